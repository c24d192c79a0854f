import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Catalog } from '../src/catalog/catalog.ts';
import { knownProvider } from '../src/catalog/lookup.ts';
import { monthInWords } from '../src/format/date.ts';
import { counted, kindLabels } from '../src/format/labels.ts';
import { benchmarkSummary } from '../src/shapes/benchmark.ts';

interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly meta: { readonly title: string; readonly kind: string; readonly detail: string };
}

/** Writes the search index of a catalog below a built site. Returns how many things can be found. */
export async function writeSearchIndex(catalog: Catalog, outDir: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const records = [...searchRecords(catalog)];
  for (const record of records) {
    const added = await index.addCustomRecord({ ...record, language: 'en' });
    if (added.errors.length > 0) {
      throw new Error(`${record.url} could not be indexed: ${added.errors.join('; ')}`);
    }
  }
  const written = await index.writeFiles({ outputPath: join(outDir, 'pagefind') });
  if (written.errors.length > 0) {
    throw new Error(`The search index could not be written: ${written.errors.join('; ')}`);
  }
  await close();
  return records.length;
}

/** What can be found: every model under all its names, every organisation, every benchmark. */
export function* searchRecords(catalog: Catalog): Generator<SearchRecord> {
  for (const model of catalog.models.values()) {
    const { slug, name, description, releaseDate, status, family, api } = model;
    const maker = knownProvider(catalog, model.provider).name;
    const otherNames = [
      slug,
      ...(model.aliases ?? []),
      ...(model.mentions ?? []),
      api?.id,
      ...(api?.snapshots ?? []),
      family,
    ];
    yield {
      url: `/models/${slug}`,
      // The name first and twice: it counts more than a mention in another model's description.
      content: [name, maker, name, ...otherNames, description].filter(Boolean).join('. '),
      meta: {
        title: name,
        kind: 'Model',
        detail: [maker, releaseDate && monthInWords(releaseDate), status]
          .filter(Boolean)
          .join(', '),
      },
    };
  }
  for (const { id, name, description, kinds, models, serves } of catalog.providers.values()) {
    yield {
      url: `/providers/${id}`,
      content: [name, id, name, description].join('. '),
      meta: {
        title: name,
        kind: kinds.map((kind) => kindLabels[kind]).join(', '),
        detail: `makes ${counted(models.length, 'model')}, serves ${counted(serves.length, 'other')}`,
      },
    };
  }
  for (const benchmark of catalog.benchmarks.values()) {
    const { id, name, aliases = [], description, resultCount } = benchmarkSummary(benchmark);
    yield {
      url: `/benchmarks/${id}`,
      content: [name, id, name, ...aliases, description].join('. '),
      meta: { title: name, kind: 'Benchmark', detail: counted(resultCount, 'score') },
    };
  }
}
