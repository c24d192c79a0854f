import type { StoreItems } from '../../../api/db/items.ts';
import type { SourceState, SourceStates } from '../../../api/db/source-states.ts';
import type { IncomingItem } from '../../../src/shapes/incoming-item.ts';

/** A place to store items in memory, by source, and what is remembered of sources. */
export function memoryStore(): {
  readonly items: Map<string, readonly IncomingItem[]>;
  readonly complete: Map<string, boolean>;
  readonly known: Map<string, SourceState>;
  readonly store: StoreItems;
  readonly states: SourceStates;
} {
  const items = new Map<string, readonly IncomingItem[]>();
  const complete = new Map<string, boolean>();
  const known = new Map<string, SourceState>();
  return {
    items,
    complete,
    known,
    async store({ id }, told, { isComplete }) {
      const before = items.get(id)?.length ?? 0;
      items.set(id, told);
      complete.set(id, isComplete);
      return {
        created: Math.max(0, told.length - before),
        updated: 0,
        unchanged: Math.min(before, told.length),
        closed: 0,
        refused: [],
      };
    },
    states: {
      read: async (source) => known.get(source) ?? { failures: 0 },
      async write(source, state) {
        known.set(source, state);
      },
    },
  };
}
