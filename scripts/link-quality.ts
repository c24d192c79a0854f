import { readFile } from 'node:fs/promises';
import type { Catalog } from '../src/catalog/catalog.ts';
import { createLinker } from '../src/linking/linker.ts';
import { type Labelled, type Score, scoreLinks } from './link-score.ts';

// Beside the checkout; its README says what it is.
const corpus = '../shared/corpora/linking-dev.jsonl';

/** What is said where the labelled headlines are absent. */
export const notScored = `There are no labelled headlines at ${corpus}, so links are not scored.`;

/** The labelled headlines, which are no part of the repository; absent where their folder is. */
export async function labelledItems(): Promise<readonly Labelled[] | undefined> {
  try {
    const lines = (await readFile(corpus, 'utf8')).split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Labelled);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * How well a catalog's linker does on labelled items. The labels speak of the models of their day: `known` leaves
 * out links to models that are in none of them, as nobody has judged those.
 */
export function qualityOf(items: readonly Labelled[], catalog: Catalog) {
  const link = createLinker(catalog);
  const predicted = new Map(
    items.map(({ id, title, text, source }) => [
      id,
      link({ title, text, source }).map(({ slug }) => slug),
    ]),
  );
  const labels = new Set(
    items.flatMap(({ required, neutral, traps }) => [
      ...required.flatMap(({ anyOf }) => anyOf),
      ...neutral,
      ...traps,
    ]),
  );
  const known = new Map(
    [...predicted].map(([id, slugs]) => [id, slugs.filter((slug) => labels.has(slug))]),
  );
  const score = (links: ReadonlyMap<string, readonly string[]>, view: Score['view']) =>
    scoreLinks(items, links, { view, models: catalog.models, aliases: catalog.aliases });
  return {
    all: score(predicted, 'all'),
    versions: score(predicted, 'versions'),
    knownAll: score(known, 'all'),
    knownVersions: score(known, 'versions'),
  };
}
