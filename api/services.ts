import type { Context } from 'hono';
import type { CatalogIndex } from './catalog-index.ts';
import type { Database } from './db/open.ts';
import type { WriteQueue } from './db/write-queue.ts';
import type { LiveCounts } from './live-counts.ts';
import type { ViewCounter } from './view-counter.ts';

/** What the routes work with. */
export interface Services {
  readonly catalog: CatalogIndex;
  readonly database: Database;
  readonly writes: WriteQueue;
  readonly counts: LiveCounts;
  readonly views: ViewCounter;
  /** The id of the signed-in user, if any. @throws {ApiError} 401 for a token that does not hold. */
  readonly identify: (context: Context) => Promise<bigint | undefined>;
  /** The address of the client, as far as it can be trusted. */
  readonly addressOf: (context: Context) => string;
  readonly now: () => Date;
}
