import type { Source } from './source.ts';
import type { SourceState } from './storing.ts';

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
}

/** How sources do by what is remembered of them, in their order. */
export const healthOf = (
  sources: readonly Source[],
  states: ReadonlyMap<string, SourceState>,
): readonly SourceHealth[] =>
  sources.map(({ id }) => {
    const { checkedAt, succeededAt, failures, error } = states.get(id) ?? { failures: 0 };
    const status = failures > 0 ? 'failing' : checkedAt === undefined ? 'waiting' : 'ok';
    return { source: id, status, checkedAt, succeededAt, failures, error };
  });
