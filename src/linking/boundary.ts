import type { NameEntry } from './dictionary.ts';
import { likenesses, packings, qualifiers, specialists, variants } from './name-words.ts';
import type { Token } from './tokens.ts';

// "pre-GPT-4" and "non-Claude" speak of the model; any other word makes a compound with a name of its own.
const prefixes: ReadonlySet<string> = new Set([
  'pre',
  'post',
  'non',
  'anti',
  'vs',
  'and',
  'the',
  'chatgpt',
  'ai',
  'api',
  'via',
  'to',
]);

/** Why words are not the name that they look like. */
export interface Refusal {
  /** As a clause. */
  readonly reason: string;
  /** They name a model of the same line, which the catalog lacks. */
  readonly isUnlisted: boolean;
}

/** Why no name starts at a token; absent where one may. */
export function refusedStart(
  tokens: readonly Token[],
  index: number,
  isMaker: (text: string) => boolean,
): Refusal | undefined {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || before === undefined) return undefined;
  if (token.join === 'tight') return other('it stands inside another word');
  if (token.join === 'dot') return other('it stands inside an address or a file’s name');
  if (/^[-_]$/.test(token.gap) && !prefixes.has(before.text) && !isMaker(before.text)) {
    return other(`it is a part of “${before.text}-${token.text}”`);
  }
  if (token.join === 'slash' && (before.text === 'r' || before.text === 'u'))
    return other('it is the name of a forum or a user');
  return undefined;
}

/** Whether the part after a token belongs to the same word, so that no name ends here. */
export function isInsideWord(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  if (next?.join !== 'tight') return false;
  // "GPT-4s", "o1s"
  return next.text !== 's' || tokens[last + 2]?.join === 'tight';
}

/** Why a name that ends at a token is of something else; absent where it is what it says. */
export function refusedEnd(
  tokens: readonly Token[],
  last: number,
  entry: NameEntry,
): Refusal | undefined {
  let index = last + 1;
  while (tokens[index]?.join === 'tight') index += 1;
  let isQualified = false;
  while (/^[-_]$/.test(tokens[index]?.gap ?? '')) {
    const next = tokens[index] as Token;
    if (isSize(tokens, index) && hasOtherSize(entry)) return refusedSize(tokens, index);
    const isPacking =
      packings.has(next.text) ||
      likenesses.has(next.text) ||
      qualifiers.has(next.text) ||
      (next.isNumber && isStamp(next, tokens[index + 1])) ||
      isSize(tokens, index);
    if (!isPacking && !(isQualified && next.text.length < 3))
      return other(`“-${next.text}” makes another name of it`);
    isQualified = true;
    index += 1;
    while (tokens[index]?.join === 'tight') index += 1;
  }
  const next = tokens[index];
  if (next === undefined) return undefined;
  if (next.join === 'dot' && !next.isNumber)
    return other(`“.${next.text}” makes an address or a file of it`);
  if (next.join !== 'space') return undefined;
  // "Mistral OCR", "Voxtral TTS": a model or a service of its own.
  if (entry.tier === 'family' && next.isCapital && specialists.has(next.text)) {
    return other(`“${entry.line} ${next.text}” is another thing of that name`);
  }
  if (variants.has(next.text) && (next.isCapital || /\d/.test(entry.parts.join('')))) {
    return unlisted(`“${next.text}” makes another model of it, which the catalog does not have`);
  }
  if (isSize(tokens, index) && hasOtherSize(entry)) return refusedSize(tokens, index);
  if (!/\d/.test(entry.parts.join('')) && isVersion(next, tokens[index + 1])) {
    return unlisted(`the catalog does not have its version ${next.text}`);
  }
  return undefined;
}

const isSize = (tokens: readonly Token[], index: number): boolean => {
  const [number, unit] = [tokens[index], tokens[index + 1]];
  return number?.isNumber === true && unit?.join === 'tight' && /^[bmt]$/.test(unit.text);
};

/** The catalog's models of that name have sizes, and this is none of them. */
const hasOtherSize = ({ tier, parts }: NameEntry): boolean =>
  tier !== 'name' || parts.some((part) => /^[ae]?\d+(?:\.\d+)?[bmt]$/.test(part));

const refusedSize = (tokens: readonly Token[], index: number): Refusal =>
  unlisted(
    `the catalog does not have it in ${tokens[index]?.text}${tokens[index + 1]?.text.toUpperCase()}`,
  );

const other = (reason: string): Refusal => ({ reason, isUnlisted: false });
const unlisted = (reason: string): Refusal => ({ reason, isUnlisted: true });

/** Days, builds and packings: "-2507", "-0613", "-4bit", "-001"; a lone small number is a version. */
const isStamp = (token: Token, next: Token | undefined): boolean =>
  token.text.length >= 2 || (next?.join === 'tight' && next.text === 'bit');

const isVersion = (token: Token, next: Token | undefined): boolean =>
  (token.isNumber &&
    (token.text.includes('.') || Number(token.text) < 10) &&
    next?.join !== 'tight') ||
  (/^[vrkm]$/.test(token.text) && next?.join === 'tight' && next.isNumber);
