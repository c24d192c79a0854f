import type { IncomingItem, ItemKind } from '../../src/shapes/incoming-item.ts';

/** What storing did. */
export interface StoredCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Jobs that have left their board. */
  readonly closed: number;
  readonly refused: readonly { readonly externalId: string; readonly reason: string }[];
}

/** Keeps what a source tells. With `isComplete` these are all that it has, so that what is missing has left. */
export type StoreItems = (
  source: { readonly id: string; readonly kind: ItemKind },
  items: readonly IncomingItem[],
  options: { readonly isComplete: boolean },
) => Promise<StoredCounts>;

/** How a source does, and what to ask it with the next time. Times are instants in UTC. */
export interface SourceState {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly checkedAt?: string | undefined;
  readonly succeededAt?: string | undefined;
  /** In a row, up to the last check. */
  readonly failures: number;
  /** What the last check failed of. */
  readonly error?: string | undefined;
}

/** What is remembered of each source between two readings, and between two starts. */
export interface SourceStates {
  /** Of a source that was never read, nothing but that it has not failed. */
  read(source: string): Promise<SourceState>;
  write(source: string, state: SourceState): Promise<void>;
}
