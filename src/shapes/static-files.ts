import type { Catalog } from '../catalog/catalog.ts';
import { knownModel } from '../catalog/lookup.ts';
import { benchmarkDocument, benchmarkSummary } from './benchmark.ts';
import { catalogDocument } from './catalog-document.ts';
import { changeDocuments } from './change.ts';
import { correctionDocument } from './correction.ts';
import { documentOf, listOf } from './envelope.ts';
import { identifiers } from './identifiers.ts';
import { authoringSchemas } from './json-schema.ts';
import { modelDocument } from './model.ts';
import { modelSummary } from './model-summary.ts';
import { noticeDocument } from './notice.ts';
import { providerDocument, providerSummary } from './provider.ts';
import { quickstartFiles } from './quickstart-files.ts';
import { sourceDocument } from './source.ts';
import { summaryTable } from './summary-table.ts';

/** One file below `api/v1`. */
interface StaticFile {
  readonly path: string;
  readonly body: string;
}

/** Everything of the catalog that is published below `api/v1`: the same catalog gives the same bytes. */
export function* staticFiles(catalog: Catalog): Generator<StaticFile> {
  const { models, providers, benchmarks, sources, news, corrections, aliases } = catalog;
  const summaries = models
    .values()
    .map((model) => modelSummary(catalog, model))
    .toArray();
  yield json('models.json', listOf(catalog, summaries));
  yield { path: 'models.csv', body: summaryTable(summaries) };
  for (const model of models.values()) {
    yield json(`models/${model.slug}.json`, documentOf(catalog, modelDocument(catalog, model)));
    yield* quickstartFiles(catalog, model.slug, model);
  }
  for (const [alias, slug] of aliases) {
    const target = knownModel(catalog, slug);
    yield json(`models/${alias}.json`, documentOf(catalog, modelDocument(catalog, target)));
    yield* quickstartFiles(catalog, alias, target);
  }
  yield json('providers.json', listOf(catalog, providers.values().map(providerSummary).toArray()));
  for (const provider of providers.values()) {
    yield json(
      `providers/${provider.id}.json`,
      documentOf(catalog, providerDocument(catalog, provider)),
    );
  }
  yield json(
    'benchmarks.json',
    listOf(catalog, benchmarks.values().map(benchmarkSummary).toArray()),
  );
  for (const benchmark of benchmarks.values()) {
    yield json(
      `benchmarks/${benchmark.id}.json`,
      documentOf(catalog, benchmarkDocument(catalog, benchmark)),
    );
  }
  yield json('sources.json', listOf(catalog, sources.values().map(sourceDocument).toArray()));
  yield json('news.json', listOf(catalog, news.map(noticeDocument)));
  yield json('changes.json', listOf(catalog, changeDocuments(catalog)));
  yield json(
    'corrections.json',
    listOf(catalog, corrections.values().map(correctionDocument).toArray()),
  );
  yield json('catalog.json', documentOf(catalog, catalogDocument(catalog)));
  yield json('identifiers.json', documentOf(catalog, identifiers(catalog)));
  for (const { kind, schema } of authoringSchemas) yield json(`schema/${kind}.schema.json`, schema);
}

const json = (path: string, value: unknown): StaticFile => ({
  path,
  body: `${JSON.stringify(value)}\n`,
});
