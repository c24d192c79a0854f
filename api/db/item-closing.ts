import type { InStatement } from '@libsql/client';
import { onEdition } from './editions.ts';
import type { ItemStoreParts } from './items.ts';

/**
 * Closes the jobs that have left a board: those it told of that are not among the ids it tells now. A
 * job that stands on another board as well is open until it has left that too.
 *
 * @returns how many were closed
 */
export function closeLeft(
  { database, writes, now }: Pick<ItemStoreParts, 'database' | 'writes' | 'now'>,
  source: string,
  told: readonly string[],
): Promise<number> {
  const present = new Set(told);
  return onEdition(database, writes, async (edition) => {
    const { rows } = await database.execute({
      sql: `SELECT number, external_id, item
        FROM item_places
        WHERE source = ? AND kind = 'jobs' AND is_listed = 1`,
      args: [source],
    });
    const left = rows.filter((row) => !present.has(String(row['external_id'])));
    const items = JSON.stringify(left.map((row) => row['item']));
    const statements: readonly InStatement[] = [
      {
        sql: `UPDATE item_places
          SET is_listed = 0
          WHERE number IN (SELECT value FROM json_each(?))`,
        args: [JSON.stringify(left.map((row) => row['number']))],
      },
      {
        sql: `UPDATE items
          SET closed_at = :now, updated_at = :now, closed_edition = :edition
          WHERE number IN (SELECT value FROM json_each(:items)) AND closed_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM item_places WHERE item = items.number AND is_listed = 1
          )`,
        args: { items, edition, now: now().toISOString() },
      },
      {
        sql: `UPDATE listings
          SET closed_edition = :edition
          WHERE item IN (
            SELECT number
            FROM items
            WHERE number IN (SELECT value FROM json_each(:items)) AND closed_edition = :edition
          )`,
        args: { items, edition },
      },
    ];
    return {
      statements: left.length === 0 ? [] : statements,
      done: (results) => results[1]?.rowsAffected ?? 0,
    };
  });
}
