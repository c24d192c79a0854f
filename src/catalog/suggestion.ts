import { closest, distance } from 'fastest-levenshtein';

/** "; did you mean …?", when one of the names is near enough to be a slip of the pen. */
export function suggestion(found: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const nearest = closest(found, [...names]);
  const isNear =
    distance(found.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, found.length / 3);
  return isNear ? `; did you mean "${nearest}"?` : '.';
}
