import type { IncomingItem, ItemKind } from '../../src/shapes/incoming-item.ts';
import type { ItemCatalog } from '../items/item-catalog.ts';
import type { ItemLinks } from '../items/links.ts';
import { storingPlan } from '../items/storing-plan.ts';
import { type RefusedItem, toldItems } from '../items/told-item.ts';
import { onEdition } from './editions.ts';
import { closeLeft } from './item-closing.ts';
import { readKnownItems } from './item-rows.ts';
import { writeItems } from './item-writing.ts';
import type { Database } from './open.ts';
import type { WriteQueue } from './write-queue.ts';

/** What storing did. */
export interface StoredCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Jobs that have left the board. */
  readonly closed: number;
  readonly refused: readonly RefusedItem[];
}

/**
 * Stores what a source tells, however often it is told: of the same source and external id, or at the
 * same address in another source, it is the same item. With `isComplete` the items are all that the
 * source has, so that jobs which are not among them are closed.
 */
export type StoreItems = (
  source: { readonly id: string; readonly kind: ItemKind },
  items: readonly IncomingItem[],
  options: { readonly isComplete: boolean },
) => Promise<StoredCounts>;

/** What storing works with. */
export interface ItemStoreParts {
  readonly database: Database;
  readonly writes: WriteQueue;
  readonly catalog: ItemCatalog;
  readonly linksOf: ItemLinks;
  readonly now: () => Date;
}

// What the loop waits for at once: a hundred items take a few milliseconds to read and to write.
const mostTogether = 100;

export const itemStore =
  (parts: ItemStoreParts): StoreItems =>
  async ({ id: source, kind }, items, { isComplete }) => {
    const { database, writes, catalog, linksOf, now } = parts;
    const { told, refused } = toldItems(items, { kind, catalog, now: now() });
    const isBoard = isComplete && kind === 'jobs';
    const sums = { created: 0, updated: 0, unchanged: 0 };
    for (let start = 0; start < told.length; start += mostTogether) {
      const together = told.slice(start, start + mostTogether);
      const telling = { source, kind, isComplete: isBoard, now: now() };
      const plan = await onEdition(database, writes, async (edition) => {
        const known = await readKnownItems(database, together, telling);
        const planned = storingPlan(known, together, telling);
        const statements = writeItems(planned, { catalog, linksOf, telling, edition });
        return { statements, done: () => planned };
      });
      sums.created += plan.created;
      sums.updated += plan.updated;
      sums.unchanged += plan.unchanged;
    }
    const closed = isBoard
      ? await closeLeft(
          parts,
          source,
          items.map(({ externalId }) => externalId),
        )
      : 0;
    return { ...sums, closed, refused };
  };
