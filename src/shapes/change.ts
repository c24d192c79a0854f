import { z } from 'zod';
import type { Catalog, PlacedScore } from '../catalog/catalog.ts';
import { type Change, catalogChanges } from '../catalog/changes.ts';
import { knownBenchmark, knownModel, knownProvider } from '../catalog/lookup.ts';
import { benchmarkSchema } from '../catalog/schema/benchmark.ts';
import { confidence } from '../catalog/schema/confidence.ts';
import { modelSchema } from '../catalog/schema/model.ts';
import { dayOrMonth, slug, webUrl } from '../catalog/schema/primitives.ts';
import { statuses } from '../catalog/status.ts';

const { pricing, lifecycle, benchmarks } = modelSchema.shape;
const price = pricing.unwrap().element;
const charges = price.omit({ from: true, dateIs: true, source: true, confidence: true });

const dated = {
  id: slug.describe('stays the same while the model keeps its slug and what happened its day'),
  date: dayOrMonth.describe('the day, or the month where only that is known'),
  model: slug,
  name: modelSchema.shape.name.describe('of the model'),
  provider: slug.describe('id of the maker'),
  providerName: z.string(),
  sources: z.array(webUrl).min(1).describe('who says so'),
  confidence: confidence.optional(),
};

const scoreShape = benchmarks
  .unwrap()
  .element.omit({ date: true })
  .extend({ name: z.string().describe('the benchmark’s name'), unit: benchmarkSchema.shape.unit });

/** Something that happened to a model, by its kind. */
export const changeShape = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('added'), ...dated })
      .describe('others than its maker can use it from that day on'),
    z
      .strictObject({
        kind: z.literal('price'),
        ...dated,
        dateIs: price.shape.dateIs,
        before: charges.describe('US dollars per million tokens'),
        after: charges.describe('US dollars per million tokens'),
      })
      .describe('the maker’s list price is another than before'),
    z
      .strictObject({
        kind: z.literal('status'),
        ...dated,
        before: z.enum(statuses).describe('the day before'),
        after: z.enum(statuses),
        retirementDate: lifecycle.unwrap().shape.retirementDate,
        replacement: lifecycle.unwrap().shape.replacement,
      })
      .describe(
        'deprecated: its end was announced that day; retired: its maker serves it no more. An end that is still to come has no entry of its own',
      ),
    z
      .strictObject({ kind: z.literal('benchmark'), ...dated, scores: z.array(scoreShape).min(1) })
      .describe('all scores of the model that have this date'),
  ])
  .meta({ id: 'Change' });

export type ChangeDocument = Readonly<z.infer<typeof changeShape>>;

/** What happened to the models up to the catalog's day, newest first. */
export const changeDocuments = (catalog: Catalog): readonly ChangeDocument[] =>
  catalogChanges(catalog).map((change) => changeDocument(catalog, change));

function changeDocument(catalog: Catalog, change: Change): ChangeDocument {
  const { name, provider, lifecycle } = knownModel(catalog, change.model);
  const named = {
    name,
    provider,
    providerName: knownProvider(catalog, provider).name,
    sources: [...change.sources],
  };
  if (change.kind === 'benchmark') {
    return { ...change, ...named, scores: change.scores.map((one) => toldScore(catalog, one)) };
  }
  if (change.kind !== 'status') return { ...change, ...named };
  const { retirementDate, replacement } = lifecycle ?? {};
  return { ...change, ...named, retirementDate, replacement };
}

function toldScore(
  catalog: Catalog,
  { model: _, rank: _1, of: _2, median: _3, conditions: _4, date: _5, ...score }: PlacedScore,
) {
  const { name, unit } = knownBenchmark(catalog, score.benchmark);
  return { ...score, name, unit };
}
