import { givenNames } from './common-words.ts';
import type { Cues } from './cues.ts';
import type { NameEntry } from './dictionary.ts';
import { needsNone } from './links.ts';
import type { Company } from './needed-company.ts';
import type { Mention } from './scan.ts';
import type { SourceCues } from './source.ts';
import type { Token } from './tokens.ts';

/** What stands around a name. */
export interface Surroundings {
  /** Why the text is taken to be about models, as a clause; absent where nothing says so. */
  readonly models: string | undefined;
  readonly isModelSource: boolean;
  /** The text speaks of language models as such, not of AI or its tools alone. */
  readonly isOfLanguageModels: boolean;
  /** Providers that are named, by the text or its source. */
  readonly providers: ReadonlySet<string>;
}

/** Reads what a text and its source are about. */
export function surroundingsOf(
  tokens: readonly Token[],
  source: SourceCues,
  cues: Cues,
): Surroundings {
  const providers = new Set(source.providers);
  let models = source.isAboutModels ? 'its source writes about models' : undefined;
  let isOfLanguageModels = false;
  tokens.forEach((token, index) => {
    const beginning = cues.get(token.text);
    if (beginning === undefined || token.join === 'tight' || token.join === 'dot') return;
    for (const cue of beginning) {
      if (cue.needsCapital && !token.isCapital) continue;
      if (!cue.pieces.every((piece, offset) => tokens[index + offset]?.text === piece)) continue;
      if (cue.provider !== undefined) providers.add(cue.provider);
      if (cue.isOfModels) models ??= `“${cue.pieces.join(' ')}” stands in the text`;
      isOfLanguageModels ||= cue.isOfLanguageModels;
    }
  });
  return { models, isModelSource: source.isAboutModels, isOfLanguageModels, providers };
}

/** The text around a name, and what else it names. */
export interface Setting {
  readonly tokens: readonly Token[];
  readonly around: Surroundings;
  /** What is believed already: its lines and makers are company for others. */
  readonly sure: readonly Mention[];
  readonly cues: Cues;
  /** Every mention that is not refused. */
  readonly open: readonly Mention[];
}

/** Why a name is believed, as a clause; absent where it lacks the company that it needs. */
export function companyFor(mention: Mention, setting: Setting): string | undefined {
  const { entry, first, last } = mention;
  const { tokens, around, sure, open } = setting;
  const needed = neededCompany(mention, tokens);
  if (needed === 'none') return needsNone;
  if (needed === 'lineWord') {
    return tokens[first]?.isCapital ? lineCompany(mention, setting) : undefined;
  }
  const own = ownCompany(mention, setting);
  if (own !== undefined) return own;
  const isCapital = tokens[first]?.isCapital === true;
  const next = tokens[last + 1];
  if (isCapital && next?.join === 'space' && /^(models?|llms?)$/.test(next.text)) {
    return `“${next.text}” follows`;
  }
  if (needed === 'line') return undefined;
  if (needed === 'own') {
    const says = entry.isStated || entry.parts.some((part) => /\p{L}{4,}/u.test(part));
    const isClear = around.isModelSource || around.isOfLanguageModels;
    return isClear && says && isCapital ? around.models : undefined;
  }
  if (around.models !== undefined) return around.models;
  if (sure.length > 0) return 'another model is named';
  return open.some((other) => areSiblings(entry, other.entry)) ? 'its sibling is named' : undefined;
}

/** "Opus 4 and Sonnet 4": either could be a piece of music or a poem, both are models. */
const areSiblings = (one: NameEntry, other: NameEntry): boolean =>
  one.tier === 'name' &&
  other.tier === 'name' &&
  one.line === other.line &&
  one.parts[0] !== other.parts[0];

function neededCompany({ entry, first }: Mention, tokens: readonly Token[]): Company {
  const token = tokens[first];
  if (entry.tier === 'family' && givenNames.has(entry.line)) {
    const next = tokens[first + 1];
    const isFullName = next?.join === 'space' && next.isCapital && !next.isNumber;
    return isFullName ? 'models' : 'none';
  }
  if (entry.needsCapital && token !== undefined && !token.isCapital) {
    return entry.company === 'line' ? 'line' : 'own';
  }
  return entry.company;
}

function ownCompany(mention: Mention, setting: Setting): string | undefined {
  const { entry } = mention;
  const { around } = setting;
  // "Amazon Nova" is a model; OpenStack's Nova on Amazon's machines is none.
  if (entry.tier === 'family' && entry.company === 'line') {
    return siblingCompany(mention, setting) ?? makerBefore(mention, setting);
  }
  const line = lineCompany(mention, setting);
  if (line !== undefined) return line;
  const maker = entry.providers.find((provider) => around.providers.has(provider));
  // A line that is called as its maker is no company of itself.
  return maker !== undefined && !entry.isMakersName ? `its maker, ${maker}, is named` : undefined;
}

const siblingCompany = ({ entry }: Mention, { sure }: Setting): string | undefined =>
  sure.some((mention) => mention.entry.line === entry.line)
    ? 'another of its line is named'
    : undefined;

function lineCompany(mention: Mention, setting: Setting): string | undefined {
  const { entry } = mention;
  const sibling = siblingCompany(mention, setting);
  if (sibling !== undefined) return sibling;
  // Its first word elsewhere in the text: "Claude … Sonnet".
  return entry.parts[0] !== entry.line && setting.tokens.some(({ text }) => text === entry.line)
    ? `“${entry.line}” stands in the text`
    : undefined;
}

function makerBefore({ entry, first }: Mention, { tokens, cues }: Setting): string | undefined {
  const isPossessive = tokens[first - 1]?.text === 's' && tokens[first - 1]?.gap === "'";
  const before = tokens[isPossessive ? first - 2 : first - 1];
  const maker = cues
    .get(before?.text ?? '')
    ?.find(({ provider }) => provider !== undefined && entry.providers.includes(provider));
  return maker && before?.isCapital ? `its maker, ${maker.provider}, stands before it` : undefined;
}
