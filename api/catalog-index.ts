import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { type CatalogDocument, catalogShape } from '../src/shapes/catalog-document.ts';
import type { ChangeDocument } from '../src/shapes/change.ts';
import type { CorrectionDocument } from '../src/shapes/correction.ts';
import { documentShape, listShape } from '../src/shapes/envelope.ts';
import type { ModelFacts } from '../src/shapes/model.ts';
import { type ModelSummary, modelSummaryShape } from '../src/shapes/model-summary.ts';
import type { NoticeDocument } from '../src/shapes/notice.ts';
import { type QuickstartDocument, quickstartShape } from '../src/shapes/quickstart.ts';
import type { SourceDocument } from '../src/shapes/source.ts';
import { ApiError } from './error.ts';
import type { StaticFile } from './static-site.ts';

/** The built catalog in memory, as requests ask for it. */
export interface CatalogIndex {
  readonly day: CatalogDocument['day'];
  readonly version: string;
  /** By slug. */
  readonly summaries: readonly ModelSummary[];
  /** Slug → everything that is known of the model. */
  readonly documents: ReadonlyMap<string, ModelFacts>;
  /** Alias → slug. */
  readonly aliases: ReadonlyMap<string, string>;
  /** By id: who makes models or serves them. */
  readonly providers: ReadonlyMap<string, CatalogDocument['providers'][number]>;
  /** Benchmark → slug → its best score under the stated conditions of most models. */
  readonly bestScores: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Id → an outside place whose items are linked to models. */
  readonly sources: ReadonlyMap<string, SourceDocument>;
  /** The catalog's own news, newest first. */
  readonly news: readonly NoticeDocument[];
  /** What happened to the models, newest first. */
  readonly changes: readonly ChangeDocument[];
  /** Address of an outside item → what a person tied it to or cut it from. */
  readonly corrections: ReadonlyMap<string, CorrectionDocument>;
  /** The code that calls a model of a known slug; read when it is first asked for. */
  quickstartsOf(slug: string): readonly QuickstartDocument[];
}

/** Reads the catalog that a site was built with. @throws when the site holds none. */
export function catalogIndex(site: ReadonlyMap<string, StaticFile>): CatalogIndex {
  const { data, catalogVersion } = parsedFile(
    site,
    '/api/v1/catalog.json',
    documentShape(catalogShape),
  );
  const summaries = parsedFile(site, '/api/v1/models.json', listShape(modelSummaryShape));
  return {
    day: data.day,
    version: catalogVersion,
    summaries: summaries.data,
    documents: new Map(data.models.map((model) => [model.slug, model])),
    aliases: new Map(Object.entries(data.aliases)),
    providers: new Map(data.providers.map((provider) => [provider.id, provider])),
    bestScores: new Map(
      data.benchmarks.map(({ id, direction, rankings }) => {
        const ofMost = rankings.find(({ conditions }) => conditions !== '');
        const better = direction === 'higher' ? Math.max : Math.min;
        const best = new Map<string, number>();
        for (const { model, score } of ofMost?.results ?? []) {
          best.set(model, better(score, best.get(model) ?? score));
        }
        return [id, best];
      }),
    ),
    sources: new Map(data.sources.map((source) => [source.id, source])),
    news: data.news,
    changes: data.changes,
    corrections: new Map(data.corrections.map((correction) => [correction.url, correction])),
    quickstartsOf: quickstartReader(site),
  };
}

function quickstartReader(
  site: ReadonlyMap<string, StaticFile>,
): (slug: string) => readonly QuickstartDocument[] {
  const read = new Map<string, readonly QuickstartDocument[]>();
  return (slug) => {
    const path = `/api/v1/models/${slug}/quickstarts.json`;
    const quickstarts = read.get(slug) ?? parsedFile(site, path, listShape(quickstartShape)).data;
    read.set(slug, quickstarts);
    return quickstarts;
  };
}

function parsedFile<Shape extends z.ZodType>(
  site: ReadonlyMap<string, StaticFile>,
  path: string,
  shape: Shape,
): z.infer<Shape> {
  const file = site.get(path);
  if (!file) throw new Error(`The built site holds no ${path}; run npm run build.`);
  return shape.parse(JSON.parse(new TextDecoder().decode(file.body)));
}

/** The document of a slug or alias. @throws {ApiError} 404 with the nearest slugs. */
export function knownDocument(catalog: CatalogIndex, name: string): ModelFacts {
  const document = catalog.documents.get(catalog.aliases.get(name) ?? name);
  if (document) return document;
  throw new ApiError(404, {
    detail: `There is no model "${name}".`,
    suggestions: nearestSlugs(catalog, name),
  });
}

// More than a handful is a list, not a suggestion.
const mostSuggested = 5;

// Nothing in the catalog has a name nearly as long, and the distance to a long text takes long.
const longestAsked = 200;

/** The slugs whose names, or aliases, are nearest to what was asked for; none that is far off. */
export function nearestSlugs(
  { aliases, documents }: Pick<CatalogIndex, 'aliases' | 'documents'>,
  asked: string,
): readonly string[] {
  const names = new Set([...documents.keys(), ...aliases.keys()]);
  const suggested = new Set<string>();
  if (asked.length > longestAsked) return [];
  while (suggested.size < mostSuggested && names.size > 0) {
    const nearest = closest(asked, [...names]);
    if (distance(asked, nearest) > Math.max(3, asked.length / 2)) break;
    names.delete(nearest);
    suggested.add(aliases.get(nearest) ?? nearest);
  }
  return [...suggested];
}
