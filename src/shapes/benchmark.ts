import { z } from 'zod';
import type { Benchmark, Catalog } from '../catalog/catalog.ts';
import { knownModel, knownProvider } from '../catalog/lookup.ts';
import { benchmarkSchema } from '../catalog/schema/benchmark.ts';
import { modelSchema } from '../catalog/schema/model.ts';
import { slug } from '../catalog/schema/primitives.ts';

/** What a score means, without the scores. */
export const benchmarkSummaryShape = z
  .strictObject({
    id: slug,
    ...benchmarkSchema.shape,
    resultCount: z.int().min(0).describe('scores in this catalog'),
    modelCount: z.int().min(0).describe('models that have at least one'),
  })
  .meta({ id: 'BenchmarkSummary' });

/** A benchmark with its results, ranked within equal conditions. */
export const benchmarkShape = z
  .strictObject({
    ...benchmarkSummaryShape.shape,
    rankings: z
      .array(
        z.strictObject({
          conditions: z.string().describe('as stated; empty where none was'),
          median: z.number().optional().describe('absent where no conditions were stated'),
          results: z
            .array(
              z.strictObject({
                rank: z
                  .int()
                  .min(1)
                  .optional()
                  .describe('1 is best; absent where no conditions were stated'),
                model: slug,
                modelName: z.string(),
                provider: slug,
                providerName: z.string(),
                ...modelSchema.shape.benchmarks.unwrap().element.omit({ benchmark: true }).shape,
              }),
            )
            .min(1),
        }),
      )
      .describe(
        'the largest set of equal conditions first, that without stated conditions last; each best first',
      ),
    path: z.string().describe('its file in the repository'),
  })
  .meta({ id: 'Benchmark' });

export type BenchmarkSummary = Readonly<z.infer<typeof benchmarkSummaryShape>>;
export type BenchmarkDocument = Readonly<z.infer<typeof benchmarkShape>>;

export function benchmarkSummary(benchmark: Benchmark): BenchmarkSummary {
  const { rankings, path: _path, ...facts } = benchmark;
  const results = rankings.flatMap((ranking) => ranking.results);
  return {
    ...facts,
    resultCount: results.length,
    modelCount: new Set(results.map(({ model }) => model)).size,
  };
}

export function benchmarkDocument(catalog: Catalog, benchmark: Benchmark): BenchmarkDocument {
  return {
    ...benchmarkSummary(benchmark),
    rankings: benchmark.rankings.map(({ conditions, median, results }) => ({
      conditions,
      median,
      results: results.map(({ benchmark: _, ...result }) => {
        const model = knownModel(catalog, result.model);
        return {
          ...result,
          modelName: model.name,
          provider: model.provider,
          providerName: knownProvider(catalog, model.provider).name,
        };
      }),
    })),
    path: benchmark.path,
  };
}
