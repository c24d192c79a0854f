import { resolve } from 'node:path';

/**
 * The files that a person asked for, by whatever path; all of them when none was named.
 *
 * @throws when one that is asked for is not among them.
 */
export function askedFiles(files: readonly string[], asked: readonly string[]): readonly string[] {
  const byPath = new Map(files.map((file) => [resolve(file), file]));
  if (asked.length === 0) return [...byPath.values()];
  const found = asked.map((file) => {
    const known = byPath.get(resolve(file));
    if (known === undefined) throw new Error(`There is no content file ${file}.`);
    return known;
  });
  return [...new Set(found)];
}
