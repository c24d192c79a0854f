import { isDeepStrictEqual } from 'node:util';
import type { Catalog, Model, PlacedScore, Price } from './catalog.ts';
import { changedRates } from './changed-rates.ts';
import { compareText } from './ranking.ts';
import { type Coverable, confidenceOf, sourcesOf } from './rules/coverage.ts';
import { type Charges, chargesOf } from './rules/prices.ts';
import type { confidences } from './schema/confidence.ts';
import { type Status, statusOn } from './status.ts';

export const changeKinds = ['added', 'price', 'status', 'benchmark'] as const;

interface Dated {
  /** Stays the same while the model keeps its slug and what happened its day. */
  readonly id: string;
  /** The day, or the month where only that is known. */
  readonly date: string;
  /** Slug of the model. */
  readonly model: string;
  /** Addresses that say so, each once. */
  readonly sources: readonly string[];
  readonly confidence?: (typeof confidences)[number] | undefined;
}

/** Others than its maker can use a model from that day on. */
export interface Addition extends Dated {
  readonly kind: 'added';
}

export interface PriceChange extends Dated {
  readonly kind: 'price';
  readonly dateIs?: Price['dateIs'];
  readonly before: Charges;
  readonly after: Charges;
}

export interface StatusChange extends Dated {
  readonly kind: 'status';
  readonly before: Status;
  readonly after: Status;
}

/** The scores of a model that have the same day, by benchmark. */
export interface ScoreChange extends Dated {
  readonly kind: 'benchmark';
  readonly scores: readonly PlacedScore[];
}

/** Something that happened to a model, as the dated facts of the content tell it. */
export type Change = Addition | PriceChange | StatusChange | ScoreChange;

/**
 * What happened up to the catalog's day, newest first; of one date by slug, then by id.
 *
 * A month comes after all of its days, and counts from the first of them. The end that a maker
 * announces is told on the day of the announcement, and of its own day only once that has come: where
 * nobody dates the announcement, there is no day to tell it on before. Limits have no dates in the
 * content, so that none of theirs is told.
 */
export function catalogChanges({
  models,
  day,
}: Pick<Catalog, 'models' | 'day'>): readonly Change[] {
  return models
    .values()
    .flatMap((model): readonly Change[] => [
      ...additions(model),
      ...priceChanges(model),
      ...statusChanges(model),
      ...scoreChanges(model),
    ])
    .filter(({ date }) => date <= day)
    .toArray()
    .toSorted(
      (one, other) =>
        compareText(other.date, one.date) ||
        compareText(one.model, other.model) ||
        compareText(one.id, other.id),
    );
}

/** What a model's sources say of one of its facts, and how far they can be trusted. */
const toldOf = (model: Model, fact: Coverable) => ({
  sources: sourcesOf(model, fact).map(({ url }) => url),
  confidence: confidenceOf(model, fact),
});

function additions(model: Model): readonly Addition[] {
  const { slug, releaseDate, stage } = model;
  if (releaseDate === undefined || stage === 'announced') return [];
  return [
    {
      id: `added-${slug}`,
      date: releaseDate,
      kind: 'added',
      model: slug,
      ...toldOf(model, 'releaseDate'),
    },
  ];
}

function priceChanges({ slug, pricing = [] }: Model): readonly PriceChange[] {
  return pricing
    .slice(1)
    .map((row, index) => ({
      id: `price-${slug}-${row.from}`,
      date: row.from,
      kind: 'price' as const,
      model: slug,
      sources: [row.source],
      confidence: row.confidence,
      dateIs: row.dateIs,
      before: chargesOf(pricing[index] as Price),
      after: chargesOf(row),
    }))
    .filter((change, index) => !isFoundOut(change, pricing.slice(0, index + 1)));
}

/**
 * What was first seen on a day beside the same rates may have been charged before: that is no change.
 *
 * @param earlier the rows before it.
 */
function isFoundOut(change: PriceChange, earlier: readonly Price[]): boolean {
  const { dateIs, before, after } = change;
  const isNew = (key: keyof Charges) => earlier.every((row) => row[key] === undefined);
  const hasNewTiers = after.tiers !== undefined && isNew('tiers');
  if (dateIs !== 'observed' || !(hasNewTiers || isDeepStrictEqual(before.tiers, after.tiers))) {
    return false;
  }
  const rates = changedRates(change);
  return (hasNewTiers || rates.length > 0) && rates.every(({ key }) => isNew(key));
}

function statusChanges(model: Model): readonly StatusChange[] {
  const { slug, lifecycle = {} } = model;
  const { deprecationDate, retirementDate } = lifecycle;
  const end = retirementDate?.certainty === 'announced' ? retirementDate.date : undefined;
  const steps = [
    ['deprecated', deprecationDate],
    ['retired', end],
  ] as const;
  return steps.flatMap(([after, date]) =>
    // What is deprecated on the day that it ends is retired.
    date === undefined || statusOn(model, date) !== after
      ? []
      : [
          {
            id: `${after}-${slug}`,
            date,
            kind: 'status',
            model: slug,
            ...toldOf(model, 'lifecycle'),
            before: statusOn(model, dayBefore(date)),
            after,
          },
        ],
  );
}

const dayMs = 86_400_000;
const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10);

function scoreChanges({ slug, scores }: Model): readonly ScoreChange[] {
  return [...Map.groupBy(scores, ({ date }) => date)].flatMap(([date, dated]) =>
    date === undefined
      ? []
      : [
          {
            id: `benchmark-${slug}-${date}`,
            date,
            kind: 'benchmark',
            model: slug,
            sources: [...new Set(dated.map(({ source }) => source))],
            scores: dated,
          },
        ],
  );
}
