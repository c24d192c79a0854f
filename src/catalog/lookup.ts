import type { Benchmark, Catalog, Model, Notice, Provider } from './catalog.ts';

// The loader has found every reference to exist, so a miss here is a fault of the caller.
function known<Value>(entries: ReadonlyMap<string, Value>, noun: string, id: string): Value {
  const value = entries.get(id);
  if (value === undefined) throw new Error(`The catalog has no ${noun} "${id}".`);
  return value;
}

/** The model of a slug that is known to exist. @throws when it does not. */
export const knownModel = ({ models }: Catalog, slug: string): Model =>
  known(models, 'model', slug);

/** The provider of an id that is known to exist. @throws when it does not. */
export const knownProvider = ({ providers }: Catalog, id: string): Provider =>
  known(providers, 'provider', id);

/** The benchmark of an id that is known to exist. @throws when it does not. */
export const knownBenchmark = ({ benchmarks }: Catalog, id: string): Benchmark =>
  known(benchmarks, 'benchmark', id);

/** The catalog's own news of a model, newest first. */
export const newsOf = ({ news }: Catalog, slug: string): readonly Notice[] =>
  news.filter(({ models }) => models.includes(slug));
