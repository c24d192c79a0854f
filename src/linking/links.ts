import type { Called } from './called.ts';
import { currentModels, newestRelease } from './current.ts';
import type { NameEntry } from './dictionary.ts';
import type { Mention } from './scan.ts';
import type { Tokens } from './tokens.ts';
import { tierRank } from './writings.ts';

/** A model that a text names. */
export interface Link {
  readonly slug: string;
  /** model: it is named; series: its version or line is named; family: only its family is. */
  readonly level: 'model' | 'series' | 'family';
  /** The words that name it, as they stand in the text. */
  readonly words: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Why, as a sentence. */
  readonly reason: string;
}

interface Context {
  readonly tokens: Tokens;
  readonly today: string;
  readonly writtenOn: string | undefined;
}

/** The links of what is believed, each with why: of several for one model the surest. */
export function linksOf(believed: ReadonlyMap<Mention, string>, context: Context): readonly Link[] {
  const mentions = [...believed].toSorted(
    ([one], [other]) =>
      tierRank(one.entry.tier) - tierRank(other.entry.tier) || one.first - other.first,
  );
  const links = new Map<string, Link>();
  for (const [{ entry, first, last }, company] of mentions) {
    const isOne = entry.tier === 'name' || entry.models.length === 1;
    // After "Claude Opus 4.6", "Claude" and "Opus" are short for it.
    if (!isOne && entry.models.some(({ model }) => links.has(model.slug))) continue;
    const words = context.tokens.words(first, last);
    for (const { model } of meant(entry, context)) {
      const confidence = confidenceOf(entry, company);
      if ((links.get(model.slug)?.confidence ?? 0) >= confidence) continue;
      links.set(model.slug, {
        slug: model.slug,
        level: levelOf(entry),
        words,
        confidence,
        reason: `“${words}” ${saying(entry, model.name)}; ${company}.`,
      });
    }
  }
  return [...links.values()].toSorted(
    (one, other) => other.confidence - one.confidence || (one.slug < other.slug ? -1 : 1),
  );
}

function meant({ tier, models }: NameEntry, { today, writtenOn }: Context): readonly Called[] {
  if (tier === 'line' && models.every(({ version }) => version === '')) {
    return newestRelease(models, { writtenOn, today });
  }
  if (tier !== 'series' && tier !== 'family') return models;
  return currentModels(models, { writtenOn, today });
}

function levelOf({ tier, models }: NameEntry): Link['level'] {
  if (tier === 'family') return 'family';
  if (tier === 'series') return 'series';
  return models.length === 1 ? 'model' : 'series';
}

const sureness = { name: 0.98, line: 0.9, generation: 0.85, series: 0.7, family: 0.5 } as const;
const derivedDoubt = 0.03;
const companyDoubt = 0.1;

/** By how much of the name is written; what content does not state, or needs company, is less sure. */
function confidenceOf({ tier, isStated, company }: NameEntry, reason: string): number {
  const isSure = company === 'none' || reason === needsNone;
  const doubt = (isStated ? 0 : derivedDoubt) + (isSure ? 0 : companyDoubt);
  return Math.round((sureness[tier] - doubt) * 100) / 100;
}

/** What is said of a name that is believed wherever it stands. */
export const needsNone = 'it needs no company';

function saying({ tier, models, isStated }: NameEntry, name: string): string {
  if (tier === 'family') return `names the family alone, of which ${name} was current`;
  if (tier === 'series') return `names no version, and ${name} was current`;
  if (models.length > 1) return `names the series of ${name}`;
  return isStated ? `is a name of ${name}` : `is a way to write ${name}`;
}
