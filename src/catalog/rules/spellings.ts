import { compareText } from '../ranking.ts';

/** Another spelling of a name, as usual as its own or more so. */
export interface OtherSpelling {
  readonly name: string;
  readonly fix: string;
}

/**
 * Finds the other spelling of each name of a list; of two that are equally usual, each is the other's.
 *
 * @param formOf what is left of a name without that in which spellings of one name differ.
 */
export function otherSpellings(
  names: readonly string[],
  formOf: (name: string) => string,
): (name: string) => OtherSpelling | undefined {
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  const spellings = Map.groupBy(uses.keys(), formOf);
  const usesOf = (name: string) => uses.get(name) ?? 0;
  return (name) => {
    const [other] = (spellings.get(formOf(name)) ?? [])
      .filter((one) => one !== name)
      .toSorted((one, two) => usesOf(two) - usesOf(one) || compareText(one, two));
    if (other === undefined || usesOf(other) < usesOf(name)) return undefined;
    return usesOf(other) > usesOf(name)
      ? { name: other, fix: `Write "${other}".` }
      : { name: other, fix: 'Choose one of the two, and write it in both files.' };
  };
}
