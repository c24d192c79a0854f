import type { Cues } from './cues.ts';
import type { Company } from './dictionary.ts';
import { needsNone } from './links.ts';
import type { Mention } from './scan.ts';
import type { SourceCues } from './source.ts';
import type { Token } from './tokens.ts';
import { givenNames } from './words.ts';

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
  if (needed === 'none') return needsNone;
  const own = ownCompany(entry, tokens, around, sure);
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
  tokens: readonly Token[],
  around: Surroundings,
  sure: readonly Mention[],
): string | undefined {
  const kin = sure.find((mention) => mention.entry.line === entry.line);
  if (kin) return 'another of its line is named';
  // Its first word elsewhere in the text: "Claude … Sonnet".
  if (entry.parts[0] !== entry.line && tokens.some(({ text }) => text === entry.line))
    return `“${entry.line}” stands in the text`;
  const maker = entry.providers.find((provider) => around.providers.has(provider));
  // A line that is called as its maker is no company of itself.
  return maker !== undefined && entry.line !== maker ? `its maker, ${maker}, is named` : undefined;
}
