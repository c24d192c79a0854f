import type { Item } from '../../src/shapes/item.ts';
import type { ItemCatalog } from '../items/item-catalog.ts';
import { currentEdition } from './editions.ts';
import { type ItemFilter, listedRows } from './item-condition.ts';
import { rememberedTotal } from './item-totals.ts';
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
  part: ItemPart,
): Promise<ItemPage> {
  const current = await currentEdition(database);
  // One that is yet to come would be another list by then.
  const edition = BigInt(Math.min(part.edition ?? Number.POSITIVE_INFINITY, Number(current)));
  const { sql: rows, args } = listedRows(filter);
  const list = JSON.stringify([Number(edition), filter]);
  const total = await rememberedTotal(database, { edition: current, list }, async () => {
    const counted = await database.execute({
      sql: `SELECT count(*) AS total ${rows}`,
      args: { ...args, edition },
    });
    return Number(counted.rows[0]?.['total']);
  });
  const page = await database.execute({
    sql: shownItems(`SELECT listings.item, listings.listed_at
      ${rows}
      ORDER BY listings.listed_at DESC, listings.item DESC
      LIMIT :limit OFFSET :offset`),
    args: { ...args, edition, limit: BigInt(part.limit), offset: BigInt(part.offset) },
  });
  return {
    edition: Number(edition),
    total,
    items: page.rows.map((row) => shownItem(row, catalog)),
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
