import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { day, slug } from '../catalog/schema/primitives.ts';
import { benchmarkDocument, benchmarkShape } from './benchmark.ts';
import { changeDocuments, changeShape } from './change.ts';
import { correctionDocument, correctionShape } from './correction.ts';
import { datasetShape } from './dataset.ts';
import { identifiers, identifiersShape } from './identifiers.ts';
import { modelFacts, modelFactsShape } from './model.ts';
import { noticeDocument, noticeShape } from './notice.ts';
import { providerSummary, providerSummaryShape } from './provider.ts';
import { sourceDocument, sourceShape } from './source.ts';

/** The whole catalog in one document, for clients that mirror it. */
export const catalogShape = z
  .strictObject({
    day: day.describe('the day that statuses and current prices are computed for'),
    models: z
      .array(modelFactsShape)
      .describe('without their quickstarts, which each model’s own document has'),
    providers: z.array(providerSummaryShape),
    benchmarks: z.array(benchmarkShape),
    datasets: z.array(datasetShape).describe('collections by others, with their licences'),
    sources: z.array(sourceShape).describe('places whose items are linked to models'),
    news: z.array(noticeShape).describe('the catalog’s own news, newest first'),
    changes: z.array(changeShape).describe('what happened to the models, newest first'),
    corrections: z.array(correctionShape).describe('what overrules the linker'),
    aliases: z.record(slug, slug).describe('older and other slugs → slugs'),
    identifiers: identifiersShape,
  })
  .meta({ id: 'Catalog' });

export type CatalogDocument = Readonly<z.infer<typeof catalogShape>>;

export function catalogDocument(catalog: Catalog): CatalogDocument {
  return {
    day: catalog.day,
    models: catalog.models
      .values()
      .map((model) => modelFacts(catalog, model))
      .toArray(),
    providers: catalog.providers.values().map(providerSummary).toArray(),
    benchmarks: catalog.benchmarks
      .values()
      .map((benchmark) => benchmarkDocument(catalog, benchmark))
      .toArray(),
    datasets: [...catalog.datasets.values()],
    sources: catalog.sources.values().map(sourceDocument).toArray(),
    news: catalog.news.map(noticeDocument),
    changes: [...changeDocuments(catalog)],
    corrections: catalog.corrections.values().map(correctionDocument).toArray(),
    aliases: Object.fromEntries(catalog.aliases),
    identifiers: identifiers(catalog),
  };
}
