import { compareText } from './ranking.ts';
import type { AuthoredModel } from './schema/model.ts';

export const statuses = ['announced', 'preview', 'active', 'deprecated', 'retired'] as const;

/** Where a model stands in its life on a given day. */
export type Status = (typeof statuses)[number];

/**
 * The status of a model on a day (`YYYY-MM-DD`), from its dates.
 *
 * A model is released, deprecated or retired from the named day on, that day included. A date known
 * by month counts from the first of it. A retirement that is only promised not to come before a day
 * retires nothing. Of a model whose release nobody dates, its stage tells.
 */
export function statusOn(
  { releaseDate, stage, lifecycle }: Pick<AuthoredModel, 'releaseDate' | 'stage' | 'lifecycle'>,
  day: string,
): Status {
  const retirement = lifecycle?.retirementDate;
  if (retirement?.certainty === 'announced' && retirement.date <= day) return 'retired';
  if (releaseDate !== undefined && releaseDate > day) return 'announced';
  if (lifecycle?.deprecationDate !== undefined && lifecycle.deprecationDate <= day)
    return 'deprecated';
  if (stage === 'announced') return 'announced';
  return stage === 'preview' ? 'preview' : 'active';
}

/**
 * Orders models newest first: the announced without a day before all, those in use whose release
 * nobody dates after all.
 */
export function byRelease(one: Dated, other: Dated): number {
  return compareText(releaseRank(other), releaseRank(one));
}

type Dated = Pick<AuthoredModel, 'releaseDate' | 'stage'>;

const releaseRank = ({ releaseDate, stage }: Dated): string =>
  releaseDate ?? (stage === 'announced' ? '9999' : '');

/** The row of a dated list that holds on a day: the last one whose `from` is not later. */
export function rowOn<Row extends { readonly from: string }>(
  rows: readonly Row[] | undefined,
  day: string,
): Row | undefined {
  return rows?.findLast(({ from }) => from <= day);
}
