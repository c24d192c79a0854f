import type { Company, Dictionary } from './dictionary.ts';
import { generalMakers } from './makers.ts';
import type { Mention } from './scan.ts';
import { type Token, tokensOf } from './tokens.ts';
import { commonWords, evidencePairs, evidenceWords, givenNames, sourceWords } from './words.ts';

/** What stands around a name. */
export interface Surroundings {
  /** Why the text is taken to be about models, as a clause; absent where nothing says so. */
  readonly models: string | undefined;
  readonly isModelSource: boolean;
  /** The text speaks of language models as such, not of AI or its tools alone. */
  readonly isOfLanguageModels: boolean;
  /** Providers that are named, by the text or its source. */
  readonly providers: ReadonlySet<string>;
  /** Every word of the text. */
  readonly words: ReadonlySet<string>;
}

export function surroundingsOf(
  tokens: readonly Token[],
  source: string,
  { makers }: Dictionary,
): Surroundings {
  const providers = new Set<string>();
  let models: string | undefined;
  const words = new Set<string>();
  tokens.forEach((token, index) => {
    words.add(token.text);
    for (const { pieces, provider } of makers.get(token.text) ?? []) {
      const isWhole = pieces.every((piece, offset) => tokens[index + offset]?.text === piece);
      if (!isWhole || (token.join === 'tight' && index > 0) || !token.isCapital) continue;
      providers.add(provider);
      if (
        !generalMakers.has(provider) &&
        !commonWords.has(token.text) &&
        !givenNames.has(token.text)
      ) {
        models ??= `“${pieces.join(' ')}” stands beside it`;
      }
    }
    if (token.join === 'tight' || token.join === 'dot') return;
    if (
      evidenceWords.has(token.text) &&
      (token.text !== 'ai' || token.isCapital) &&
      !givenNames.has(token.text)
    ) {
      models ??= `the text speaks of “${token.text}”`;
    }
    const next = tokens[index + 1];
    if (next !== undefined && evidencePairs.has(`${token.text} ${next.text}`)) {
      models ??= `the text speaks of “${token.text} ${next.text}”`;
    }
  });
  const ofSource = sourceMakers(source, makers);
  for (const provider of ofSource.providers) providers.add(provider);
  const isModelSource = ofSource.isAboutModels;
  const isOfLanguageModels = words.has('llm') || words.has('llms') || words.has('gpt');
  return {
    models: isModelSource ? 'its source writes about models' : models,
    isModelSource,
    isOfLanguageModels,
    providers,
    words,
  };
}

const sourceMemory = new Map<string, ReturnType<typeof readSource>>();

/** What a source's name says of it: `anthropic-news`, `smol-ai/ainews`. Few sources bring many items: kept. */
function sourceMakers(source: string, makers: Dictionary['makers']) {
  const known = sourceMemory.get(source);
  if (known !== undefined) return known;
  const read = readSource(source, makers);
  if (sourceMemory.size < 1000) sourceMemory.set(source, read);
  return read;
}

function readSource(source: string, makers: Dictionary['makers']) {
  const spread = source
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  const tokens = tokensOf(spread).list;
  const providers = tokens.flatMap(({ text }) =>
    (makers.get(text) ?? [])
      .filter(({ pieces }) => pieces.length === 1)
      .map(({ provider }) => provider),
  );
  const isAboutModels =
    tokens.some(({ text }) => sourceWords.has(text)) ||
    providers.some((provider) => !generalMakers.has(provider));
  return { providers, isAboutModels };
}

/**
 * Why a name is believed, as a clause; absent where it lacks the company that it needs.
 *
 * @param sure what is believed already: its lines and makers are company for others.
 */
export function companyFor(
  { entry, first, last }: Mention,
  tokens: readonly Token[],
  around: Surroundings,
  sure: readonly Mention[],
): string | undefined {
  const needed = neededCompany(entry.company, { entry, first } as Mention, tokens);
  if (needed === 'none') return 'it needs no company';
  const own = ownCompany(entry, around, sure);
  if (own !== undefined) return own;
  const next = tokens[last + 1];
  if (next?.join === 'space' && /^(models?|llms?)$/.test(next.text) && tokens[first]?.isCapital) {
    return `“${next.text}” follows`;
  }
  const says = entry.parts.some((part) => /\p{L}{4,}/u.test(part)) || entry.isStated;
  if (needed === 'line') return undefined;
  if (needed === 'own') {
    const isClear = around.isModelSource || around.isOfLanguageModels;
    return isClear && says && tokens[first]?.isCapital ? around.models : undefined;
  }
  const [other] = sure;
  return around.models ?? (other === undefined ? undefined : 'another model is named');
}

function neededCompany(
  company: Company,
  { entry, first }: Mention,
  tokens: readonly Token[],
): Company {
  const token = tokens[first];
  if (entry.tier === 'family' && givenNames.has(entry.line)) {
    const next = tokens[first + 1];
    const isFullName = next?.join === 'space' && next.isCapital && !next.isNumber;
    return isFullName ? 'models' : 'none';
  }
  if (entry.needsCapital && token !== undefined && !token.isCapital) {
    return company === 'line' ? 'line' : 'own';
  }
  return company;
}

function ownCompany(
  entry: Mention['entry'],
  around: Surroundings,
  sure: readonly Mention[],
): string | undefined {
  const kin = sure.find((mention) => mention.entry.line === entry.line);
  if (kin) return 'another of its line is named';
  // Its first word elsewhere in the text: "Claude … Sonnet".
  if (entry.parts[0] !== entry.line && around.words.has(entry.line))
    return `“${entry.line}” stands in the text`;
  const maker = entry.providers.find((provider) => around.providers.has(provider));
  // A line that is called as its maker is no company of itself.
  return maker !== undefined && entry.line !== maker ? `its maker, ${maker}, is named` : undefined;
}
