import type { Item } from '../../src/shapes/item.ts';
import type { ItemCatalog } from '../items/item-catalog.ts';
import { askedEdition, type ItemFilter, itemCondition } from './item-condition.ts';
import type { Database } from './open.ts';
import { shownItem, shownItems } from './shown-items.ts';

/** Which part of a list, and as it stood in which edition; without one, as it stands. */
interface ItemPart {
  readonly edition?: number | undefined;
  readonly limit: number;
  /** How many come before. */
  readonly offset: number;
}

/** A part of a list of items. */
export interface ItemPage {
  readonly items: readonly Item[];
  /** Of the whole list. */
  readonly total: number;
  /** The edition that the list is of. */
  readonly edition: number;
}

/** Reads a part of a list of items, newest first; of one instant, the latest stored first. */
export async function readItems(
  database: Database,
  catalog: ItemCatalog,
  filter: ItemFilter,
  { edition, limit, offset }: ItemPart,
): Promise<ItemPage> {
  const { sql: condition, args } = itemCondition(filter);
  const asOf = { edition: edition === undefined ? null : BigInt(edition) };
  // One snapshot, so that the total and the edition are those of the page.
  const [current, counted, page] = await database.batch(
    [
      { sql: `SELECT ${askedEdition} AS edition`, args: asOf },
      {
        sql: `SELECT count(*) AS total FROM listings WHERE ${condition}`,
        args: { ...args, ...asOf },
      },
      {
        sql: shownItems(`SELECT item, listed_at
          FROM listings
          WHERE ${condition}
          ORDER BY listed_at DESC, item DESC
          LIMIT :limit OFFSET :offset`),
        args: { ...args, ...asOf, limit: BigInt(limit), offset: BigInt(offset) },
      },
    ],
    'read',
  );
  return {
    edition: Number(current?.rows[0]?.['edition']),
    total: Number(counted?.rows[0]?.['total']),
    items: (page?.rows ?? []).map((row) => shownItem(row, catalog)),
  };
}

/** Reads the newest news of the models that a user follows. */
export async function readFollowedNews(
  database: Database,
  catalog: ItemCatalog,
  { userId, limit }: { readonly userId: bigint; readonly limit: number },
): Promise<readonly Item[]> {
  const { rows } = await database.execute({
    sql: shownItems(`SELECT DISTINCT listings.item, listings.listed_at
      FROM follows
      JOIN listings
        ON listings.list = 'model' AND listings.name = follows.model AND listings.kind = 'news'
      WHERE follows.user_id = :user
      ORDER BY listings.listed_at DESC, listings.item DESC
      LIMIT :limit`),
    args: { user: userId, limit: BigInt(limit) },
  });
  return rows.map((row) => shownItem(row, catalog));
}
