import { z } from 'zod';
import type { Catalog, Model } from '../catalog/catalog.ts';
import { knownProvider } from '../catalog/lookup.ts';
import { type Coverable, confidenceOf, statedFacts } from '../catalog/rules/coverage.ts';
import { modelSchema } from '../catalog/schema/model.ts';
import { slug } from '../catalog/schema/primitives.ts';
import { statuses } from '../catalog/status.ts';

const { specs, lifecycle } = modelSchema.shape;
const usDollars = z.number().positive().optional();

/** The fields that a table is ordered or filtered by, and that may be known from others only. */
const weighed = {
  releaseDate: 'releaseDate',
  knowledgeCutoff: 'knowledgeCutoff',
  contextWindow: 'specs.contextWindow',
  maxOutput: 'specs.maxOutput',
} as const;
type Weighed = keyof typeof weighed | 'price';

/** The facts of a model that fit a row of a table. */
export const modelSummaryShape = z
  .strictObject({
    slug,
    name: modelSchema.shape.name,
    provider: slug.describe('id of the maker'),
    providerName: z.string(),
    family: modelSchema.shape.family,
    description: modelSchema.shape.description,
    releaseDate: modelSchema.shape.releaseDate,
    knowledgeCutoff: modelSchema.shape.knowledgeCutoff,
    status: z.enum(statuses).describe('on the day the catalog was built for'),
    contextWindow: specs.shape.contextWindow,
    maxOutput: specs.shape.maxOutput,
    modalities: specs.shape.modalities,
    capabilities: modelSchema.shape.capabilities,
    openWeights: specs.shape.openWeights,
    license: specs.shape.license,
    inputPrice: usDollars.describe('the maker’s list price, US dollars per million input tokens'),
    outputPrice: usDollars.describe('the maker’s list price, US dollars per million output tokens'),
    deprecationDate: lifecycle.unwrap().shape.deprecationDate,
    retirementDate: lifecycle.unwrap().shape.retirementDate,
    replacement: lifecycle.unwrap().shape.replacement,
    scoreCount: z.int().min(0).describe('how many benchmark scores its document holds'),
    offerCount: z.int().min(0).describe('how many others serve it'),
    reported: z
      .array(z.enum(['releaseDate', 'knowledgeCutoff', 'contextWindow', 'maxOutput', 'price']))
      .optional()
      .describe(
        'which of these hosts or one data set say, and neither the maker nor several sources',
      ),
  })
  .meta({ id: 'ModelSummary' });

export type ModelSummary = Readonly<z.infer<typeof modelSummaryShape>>;

export function modelSummary(catalog: Catalog, model: Model): ModelSummary {
  const { specs, lifecycle, price } = model;
  const reported = reportedFields(model);
  return {
    slug: model.slug,
    name: model.name,
    provider: model.provider,
    providerName: knownProvider(catalog, model.provider).name,
    family: model.family,
    description: model.description,
    releaseDate: model.releaseDate,
    knowledgeCutoff: model.knowledgeCutoff,
    status: model.status,
    contextWindow: specs.contextWindow,
    maxOutput: specs.maxOutput,
    modalities: specs.modalities,
    capabilities: model.capabilities,
    openWeights: specs.openWeights,
    license: specs.license,
    inputPrice: price?.input,
    outputPrice: price?.output,
    deprecationDate: lifecycle?.deprecationDate,
    retirementDate: lifecycle?.retirementDate,
    replacement: lifecycle?.replacement,
    scoreCount: model.scores.length,
    offerCount: model.offers?.length ?? 0,
    ...(reported.length > 0 && { reported: [...reported] }),
  };
}

/** The fields that stand on the word of hosts or one data set alone. */
export function reportedFields(model: Model): readonly Weighed[] {
  const stated = statedFacts(model);
  const facts = Object.entries(weighed) as [Exclude<Weighed, 'price'>, Coverable][];
  return [
    ...facts
      .filter(([, fact]) => stated.includes(fact) && confidenceOf(model, fact) === 'reported')
      .map(([field]) => field),
    ...(model.price?.confidence === 'reported' ? (['price'] as const) : []),
  ];
}
