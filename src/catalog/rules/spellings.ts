import { compareText } from '../ranking.ts';

/**
 * The spelling that most use, by what its variants have in common; of equally many, the first in
 * alphabetical order.
 *
 * @param formOf what is left of a name without that in which spellings of one name differ.
 */
export function usualSpellings(
  names: readonly string[],
  formOf: (name: string) => string,
): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  const usualLast = [...uses].toSorted(
    ([one, oneUses], [other, otherUses]) => oneUses - otherUses || compareText(other, one),
  );
  return new Map(usualLast.map(([name]) => [formOf(name), name]));
}
