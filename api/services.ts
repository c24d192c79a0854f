import type { Context } from 'hono';
import type { CatalogIndex } from './catalog-index.ts';
import type { StoreItems } from './db/items.ts';
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
  /** What the request's token allows, if it has one. @throws {ApiError} 401 for one that does not hold. */
  readonly scopesOf: (context: Context) => Promise<readonly string[] | undefined>;
  readonly storeItems: StoreItems;
  /** The address of the client, as far as it can be trusted. */
  readonly addressOf: (context: Context) => string;
  readonly now: () => Date;
  /** Where the site is, without a slash at its end. */
  readonly publicUrl: string;
}
