import type { SourceState } from '../db/source-states.ts';
import type { Outcome } from './ingest-source.ts';
import type { Source } from './source.ts';

/** What became of the items of a source since this process began. */
export interface ItemCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly closed: number;
  readonly refused: number;
}

/** How a source does. */
export interface SourceHealth {
  readonly source: string;
  /** `waiting` until it was first read. */
  readonly status: 'waiting' | 'ok' | 'failing';
  readonly checkedAt?: string | undefined;
  readonly succeededAt?: string | undefined;
  /** In a row. */
  readonly failures: number;
  /** Why it fails. */
  readonly error?: string | undefined;
  readonly items: ItemCounts;
}

const none: ItemCounts = { created: 0, updated: 0, unchanged: 0, closed: 0, refused: 0 };

/** How sources do by what is remembered of them, in their order. */
export const healthOf = (
  sources: readonly Source[],
  states: ReadonlyMap<string, SourceState>,
  counts: ReadonlyMap<string, ItemCounts>,
): readonly SourceHealth[] =>
  sources.map(({ id }) => {
    const { checkedAt, succeededAt, failures, error } = states.get(id) ?? { failures: 0 };
    const status = failures > 0 ? 'failing' : checkedAt === undefined ? 'waiting' : 'ok';
    const items = counts.get(id) ?? none;
    return { source: id, status, checkedAt, succeededAt, failures, error, items };
  });

/** Counts with those of one more reading. */
export function counted(before: ItemCounts = none, outcome: Outcome): ItemCounts {
  if (outcome.kind !== 'stored') return before;
  const { stored, reading } = outcome;
  return {
    created: before.created + stored.created,
    updated: before.updated + stored.updated,
    unchanged: before.unchanged + stored.unchanged,
    closed: before.closed + stored.closed,
    refused: before.refused + stored.refused.length + reading.refused.length + reading.unread,
  };
}
