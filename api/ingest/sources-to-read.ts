import { intervalMs } from '../../src/catalog/schema/source.ts';
import type { SourceDocument } from '../../src/shapes/source.ts';
import type { Source } from './source.ts';

/**
 * The sources of a catalog that are read: those that are on, and those that are switched on by their ids.
 *
 * @throws when an id is that of no source
 */
export function sourcesToRead(
  documents: ReadonlyMap<string, SourceDocument>,
  sourcesOn: readonly string[],
): readonly Source[] {
  const unknown = sourcesOn.find((id) => !documents.has(id));
  if (unknown !== undefined) {
    throw new Error(`SOURCES_ON names ${unknown}, and there is no such file in content/sources.`);
  }
  return [...documents.values()]
    .filter(({ id, off }) => off === undefined || sourcesOn.includes(id))
    .map((document) => ({ ...document, everyMs: intervalMs(document.every) }));
}
