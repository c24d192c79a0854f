import type { AuthoredModel } from './schema/model.ts';

type AuthoredScore = NonNullable<AuthoredModel['benchmarks']>[number];

/** One score with the model it belongs to and its place among scores under the same conditions. */
export interface Result extends AuthoredScore {
  readonly model: string;
  /** 1 is best; equal scores share a place. Absent where nobody stated the conditions. */
  readonly rank?: number;
}

/** Scores of one benchmark that were taken under the same conditions, best first. */
export interface Ranking {
  /** Variant, part of the benchmark, effort and harness, as stated; empty where none was. */
  readonly conditions: string;
  /** Absent where nobody stated the conditions: such scores are not known to be comparable. */
  readonly median?: number;
  readonly results: readonly Result[];
}

/** The stated conditions of a score, as one text. Only scores with equal conditions are ranked together. */
export const conditionsOf = ({ dataset, variant, effort, harness }: AuthoredScore): string =>
  [dataset, variant, effort && `${effort} effort`, harness].filter(Boolean).join(', ');

/** Ranks the scores of one benchmark, each set of conditions apart: the largest set first, that without conditions last. */
export function rankings(
  scores: readonly (AuthoredScore & { readonly model: string })[],
  direction: 'higher' | 'lower',
): readonly Ranking[] {
  const sets = Map.groupBy(scores, conditionsOf);
  return [...sets]
    .map(([conditions, set]) => {
      const results = bestFirst(set, direction);
      return { conditions, ...(conditions ? placed(results) : { results }) };
    })
    .toSorted(
      (one, other) =>
        Number(one.conditions === '') - Number(other.conditions === '') ||
        other.results.length - one.results.length ||
        compareText(one.conditions, other.conditions),
    );
}

/** Orders by code point, the same on every machine. */
export const compareText = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;

function bestFirst(scores: readonly Result[], direction: 'higher' | 'lower'): readonly Result[] {
  const sign = direction === 'higher' ? -1 : 1;
  return scores.toSorted(
    (one, other) => sign * (one.score - other.score) || compareText(one.model, other.model),
  );
}

function placed(results: readonly Result[]): Pick<Ranking, 'median' | 'results'> {
  return {
    median: medianOf(results.map(({ score }) => score)),
    results: results.map((result) => ({
      ...result,
      rank: results.findIndex(({ score }) => score === result.score) + 1,
    })),
  };
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  const below = sorted[Math.floor(middle)] ?? Number.NaN;
  const above = sorted[Math.ceil(middle)] ?? Number.NaN;
  return Math.round(((below + above) / 2) * 100) / 100;
}
