import { onEdition } from './editions.ts';
import type { ItemStoreParts } from './items.ts';

/**
 * Forgets the news that a source has taken back: those it told of that are not among the ids it tells
 * now. What another source tells of as well stays as that one's, to be linked anew.
 *
 * @returns how many were taken back
 */
export function forgetRetracted(
  { database, writes }: Pick<ItemStoreParts, 'database' | 'writes'>,
  source: string,
  told: readonly string[],
): Promise<number> {
  const present = new Set(told);
  return onEdition(database, writes, async () => {
    const { rows } = await database.execute({
      sql: `SELECT number, external_id, item
        FROM item_places
        WHERE source = ? AND kind = 'news'`,
      args: [source],
    });
    const left = rows.filter((row) => !present.has(String(row['external_id'])));
    const items = JSON.stringify(left.map((row) => row['item']));
    const statements = [
      {
        sql: 'DELETE FROM item_places WHERE number IN (SELECT value FROM json_each(?))',
        args: [JSON.stringify(left.map((row) => row['number']))],
      },
      {
        sql: `DELETE FROM items
          WHERE number IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
            SELECT 1 FROM item_places WHERE item = items.number
          )`,
        args: [items],
      },
      {
        sql: `UPDATE items
          SET linked_with = ''
          WHERE number IN (SELECT value FROM json_each(?))`,
        args: [items],
      },
    ];
    return { statements: left.length === 0 ? [] : statements, done: () => left.length };
  });
}
