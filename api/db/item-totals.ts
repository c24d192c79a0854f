import type { Database } from './open.ts';

// A few bytes each. Whoever asks for more different lists within an edition waits for their counts.
const mostRemembered = 1000;

interface Totals {
  readonly edition: bigint;
  readonly byList: Map<string, number>;
}

const totals = new WeakMap<Database, Totals>();

/**
 * How long a list is: counted once in an edition, since nothing about items changes within one, and
 * counting a hundred thousand takes as long as a thousand pages.
 *
 * @param list what tells it from every other list
 * @param count counts it
 */
export async function rememberedTotal(
  database: Database,
  { edition, list }: { readonly edition: bigint; readonly list: string },
  count: () => Promise<number>,
): Promise<number> {
  const known = totals.get(database);
  const current = known?.edition === edition ? known : { edition, byList: new Map() };
  totals.set(database, current);
  const total = current.byList.get(list) ?? (await count());
  if (current.byList.size < mostRemembered) current.byList.set(list, total);
  return total;
}
