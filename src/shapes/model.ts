import { z } from 'zod';
import type { Catalog, Model, PlacedScore, Source } from '../catalog/catalog.ts';
import { knownBenchmark, knownProvider } from '../catalog/lookup.ts';
import { confidenceOf, statedFacts } from '../catalog/rules/coverage.ts';
import { benchmarkSchema } from '../catalog/schema/benchmark.ts';
import { confidence } from '../catalog/schema/confidence.ts';
import { coverable, modelSchema } from '../catalog/schema/model.ts';
import { slug } from '../catalog/schema/primitives.ts';
import { datasetOf } from './dataset.ts';
import { modelSummary, modelSummaryShape } from './model-summary.ts';
import { quickstartDocument, quickstartShape } from './quickstart.ts';

const authored = modelSchema.shape;
const price = authored.pricing.unwrap().element;
const offer = authored.offers.unwrap().element;
const score = authored.benchmarks.unwrap().element;
const source = authored.sources.element;

const sourceShape = source.extend({
  dataset: slug.optional().describe('the data set that this address belongs to'),
  license: z.string().optional().describe('SPDX identifier of that data set’s licence'),
});

const scoreShape = score.extend({
  name: z.string().describe('the benchmark’s name'),
  unit: benchmarkSchema.shape.unit,
  conditions: z
    .string()
    .describe('as stated; only scores with equal conditions are ranked together'),
  rank: z
    .int()
    .min(1)
    .optional()
    .describe(
      'place among scores under these conditions; equal scores share it; absent where none were stated',
    ),
  of: z.int().min(1).describe('how many scores there are under these conditions'),
  median: z
    .number()
    .optional()
    .describe('of the scores under these conditions, where some were stated'),
});

/** What is known of one model. */
export const modelFactsShape = z
  .strictObject({
    ...modelSummaryShape.omit({
      scoreCount: true,
      offerCount: true,
      contextWindow: true,
      maxOutput: true,
      modalities: true,
      openWeights: true,
      license: true,
      inputPrice: true,
      outputPrice: true,
      deprecationDate: true,
      retirementDate: true,
      replacement: true,
      reported: true,
    }).shape,
    stage: authored.stage,
    lifecycle: authored.lifecycle,
    specs: authored.specs,
    price: price.optional().describe('the list price in force on the catalog’s day'),
    pricing: authored.pricing,
    api: authored.api,
    offers: z.array(offer.extend({ providerName: z.string() })),
    benchmarks: z.array(scoreShape),
    aliases: z.array(slug),
    mentions: authored.mentions,
    identifiers: authored.identifiers,
    links: authored.links,
    sources: z.array(sourceShape),
    confidence: z
      .partialRecord(z.enum(coverable), confidence)
      .describe('for each stated fact, the best that its sources offer'),
    relatives: z.array(slug).describe('the rest of its family, newest first'),
    replaces: z.array(slug).describe('models whose makers name this one as successor'),
    path: z.string().describe('its file in the repository'),
  })
  .meta({ id: 'ModelFacts' });

/** One model, everything: what is known of it, and the code that calls it. */
export const modelShape = z
  .strictObject({
    ...modelFactsShape.shape,
    quickstarts: z
      .array(quickstartShape)
      .describe('its maker’s first, then those of others; none where nobody serves it'),
  })
  .meta({ id: 'Model' });

export type ModelFacts = Readonly<z.infer<typeof modelFactsShape>>;
export type ModelDocument = Readonly<z.infer<typeof modelShape>>;

export const modelDocument = (catalog: Catalog, model: Model): ModelDocument => ({
  ...modelFacts(catalog, model),
  quickstarts: model.quickstarts.map(quickstartDocument),
});

export function modelFacts(catalog: Catalog, model: Model): ModelFacts {
  const {
    slug,
    name,
    provider,
    providerName,
    family,
    description,
    releaseDate,
    knowledgeCutoff,
    status,
    capabilities,
  } = modelSummary(catalog, model);
  return {
    slug,
    name,
    provider,
    providerName,
    family,
    description,
    releaseDate,
    knowledgeCutoff,
    status,
    capabilities,
    stage: model.stage,
    lifecycle: model.lifecycle,
    specs: model.specs,
    price: model.price,
    pricing: model.pricing,
    api: model.api,
    offers: (model.offers ?? []).map((offer) => ({
      ...offer,
      providerName: knownProvider(catalog, offer.provider).name,
    })),
    benchmarks: model.scores.map((score) => placedScore(catalog, score)),
    aliases: model.aliases ?? [],
    mentions: model.mentions,
    identifiers: model.identifiers,
    links: model.links,
    sources: model.sources.map((source) => licensedSource(catalog, source)),
    confidence: Object.fromEntries(
      statedFacts(model).map((fact) => [fact, confidenceOf(model, fact)]),
    ),
    relatives: [...model.relatives],
    replaces: [...model.replaces],
    path: model.path,
  };
}

function placedScore(catalog: Catalog, { model: _, ...score }: PlacedScore) {
  const { name, unit } = knownBenchmark(catalog, score.benchmark);
  return { ...score, name, unit };
}

function licensedSource(catalog: Catalog, source: Source) {
  const dataset = datasetOf(catalog, source.url);
  return { ...source, dataset: dataset?.id, license: dataset?.license };
}
