import { type Node, type Walk, walks } from './automaton.ts';
import { isInsideWord, refusedEnd } from './boundary.ts';
import type { Entry, NameEntry } from './dictionary.ts';
import { degrees, qualifiers } from './name-words.ts';
import type { Token } from './tokens.ts';
import { tierRank } from './writings.ts';

/** A name and the path to it, from which the next of a list can branch. */
export interface ListItem {
  readonly entry: NameEntry;
  readonly last: number;
  readonly nodes: readonly Node<Entry>[];
}

const conjunctions: ReadonlySet<string> = new Set(['and', 'or', 'vs', 'versus']);
const mayPass = (token: Token): boolean => qualifiers.has(token.text);

/**
 * The next name of a list that leaves out what it shares with the one before: "GPT-4.1, Mini and Nano",
 * "DeepSeek-R1/V3", "Qwen3 4B and 8B".
 */
export function nextInList(
  tokens: readonly Token[],
  { entry, last, nodes }: ListItem,
  root: Node<Entry>,
): (ListItem & { readonly first: number }) | undefined {
  const first = afterSeparator(tokens, last);
  const token = first === undefined ? undefined : tokens[first];
  if (first === undefined || token === undefined) return undefined;
  const whole = best(walks(tokens, { node: root, index: first }, mayPass), tokens);
  // From the longest shared beginning to the shortest; the root shares nothing.
  for (let depth = nodes.length - 1; depth > 0; depth -= 1) {
    const isAppended = depth === nodes.length - 1;
    if (isAppended && !degrees.has(token.text) && !isSize(tokens, first)) continue;
    const node = nodes[depth] as Node<Entry>;
    const found = best(
      walks(tokens, { node, index: first, nodes: nodes.slice(0, depth + 1) }, mayPass),
      tokens,
    );
    if (found === undefined || found.entry.kind === 'product') continue;
    // What lacks the version of the one before goes on with something else: "GPT-5 and Codex".
    if (tierRank(found.entry.tier) > Math.max(tierRank(entry.tier), tierRank('generation')))
      continue;
    if (whole !== undefined && !isBetter(found, whole)) return undefined;
    if (isLoneNumber(tokens, first, found.last) && !endsPhrase(tokens, found.last))
      return undefined;
    if (refusedEnd(tokens, found.last, found.entry) !== undefined) return undefined;
    return { entry: found.entry, first, last: found.last, nodes: found.nodes };
  }
  return undefined;
}

const best = (found: readonly Walk<Entry>[], tokens: readonly Token[]): Walk<Entry> | undefined =>
  found.findLast(({ last }) => !isInsideWord(tokens, last));

function isBetter(part: Walk<Entry>, whole: Walk<Entry>): boolean {
  if (part.last !== whole.last) return part.last > whole.last;
  if (part.entry.kind === 'product' || whole.entry.kind === 'product') return false;
  return tierRank(part.entry.tier) < tierRank(whole.entry.tier);
}

/** Index of the token after ", ", "/", " & ", " and " or ", and ". */
function afterSeparator(tokens: readonly Token[], last: number): number | undefined {
  const next = tokens[last + 1];
  if (next === undefined) return undefined;
  const isMark = /^ ?[,/&+|] ?$/.test(next.gap);
  if (conjunctions.has(next.text) && (isMark || next.join === 'space')) {
    return tokens[last + 2]?.join === 'space' ? last + 2 : undefined;
  }
  return isMark ? last + 1 : undefined;
}

const isSize = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.isNumber === true &&
  tokens[index + 1]?.join === 'tight' &&
  tokens[index + 1]?.text === 'b';

const isLoneNumber = (tokens: readonly Token[], first: number, last: number): boolean =>
  first === last && tokens[first]?.isNumber === true && !tokens[first]?.text.includes('.');

/** "Llama 2 and 3" is a list; "Claude 3 and 4 others" is none. */
function endsPhrase(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  return (
    next === undefined ||
    next.join !== 'space' ||
    /^(models?|series|and|are|is|were|vs)$/.test(next.text)
  );
}
