import { setImmediate as nextTurn } from 'node:timers/promises';
import { onEdition } from './editions.ts';
import { readItemsToLink } from './item-rows.ts';
import { writeLinks } from './item-writing.ts';
import type { ItemStoreParts } from './items.ts';

// The loop waits for one batch at a time: about as long as for a storing.
const mostTogether = 100n;

/**
 * Makes the links of all items anew that were made with another version of the catalog, some at a
 * time, so that it can be stopped anywhere and goes on from there at the next start.
 *
 * @returns how many items it went through
 */
export async function relinkItems(
  { database, writes, catalog, linksOf }: ItemStoreParts,
  { signal }: { readonly signal: AbortSignal },
): Promise<number> {
  const { version } = catalog;
  let count = 0;
  while (!signal.aborted) {
    const linked = await onEdition(database, writes, async () => {
      const items = await readItemsToLink(database, { version, most: mostTogether });
      const marked = {
        sql: `UPDATE items
          SET linked_with = ?
          WHERE id IN (SELECT value FROM json_each(?))`,
        args: [version, JSON.stringify(items.map(({ id }) => id))],
      };
      const statements = [marked, ...writeLinks(items, { catalog, linksOf })];
      return { statements: items.length === 0 ? [] : statements, done: () => items.length };
    });
    if (linked === 0) break;
    count += linked;
    // Requests come in between.
    await nextTurn();
  }
  return count;
}
