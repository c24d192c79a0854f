import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { knownBenchmark, knownModel, knownProvider, newsOf } from '../../src/catalog/lookup.ts';
import { aModel, aProvider, catalogOf } from './content-folder.ts';

const catalog = await loadCatalog({ contentDir: 'tests/fixtures/catalog', day: '2026-03-01' });

describe('the catalog of a folder', () => {
  test('it holds every file by its name, sorted', () => {
    expect([...catalog.models.keys()]).toEqual([
      'aurora-1',
      'aurora-2',
      'aurora-3-preview',
      'borealis-7b',
      'borealis-next',
    ]);
    expect([...catalog.providers.keys()]).toEqual(['aurora-labs', 'borealis', 'cloud-nine']);
    expect([...catalog.benchmarks.keys()]).toEqual(['star-chart', 'word-slip']);
    expect([...catalog.datasets.keys()]).toEqual(['open-figures']);
    expect([...catalog.sources.keys()]).toEqual(['aurora-blog', 'borealis-jobs', 'night-owls']);
    expect([...catalog.corrections.keys()]).toEqual(['aurora-the-ship']);
  });

  test('it says for which day it was made', () => {
    expect(catalog.day).toBe('2026-03-01');
  });

  test('a thing knows its name and its file', () => {
    expect(knownModel(catalog, 'aurora-1')).toMatchObject({
      slug: 'aurora-1',
      path: 'tests/fixtures/catalog/models/aurora-1.yaml',
    });
    expect(knownProvider(catalog, 'borealis')).toMatchObject({
      id: 'borealis',
      path: 'tests/fixtures/catalog/providers/borealis.yaml',
    });
    expect(knownBenchmark(catalog, 'word-slip')).toMatchObject({
      id: 'word-slip',
      path: 'tests/fixtures/catalog/benchmarks/word-slip.yaml',
    });
    expect(catalog.datasets.get('open-figures')?.id).toBe('open-figures');
  });

  test('dates, prices and figures are as they were written', () => {
    expect(knownModel(catalog, 'aurora-2')).toMatchObject({
      releaseDate: '2024-12-01',
      specs: { contextWindow: 1048576, maxInput: 1000000 },
      pricing: [{ input: 1.25, cachedInput: 0.3125, tiers: [{ above: 200000, input: 2.5 }] }],
    });
    expect(knownModel(catalog, 'borealis-7b').specs.size).toEqual({ total: 47e9, active: 7e9 });
  });

  test('what a file does not say is absent', () => {
    expect(knownModel(catalog, 'borealis-next')).not.toHaveProperty('releaseDate');
    expect(knownModel(catalog, 'borealis-next')).not.toHaveProperty('price');
    expect(knownProvider(catalog, 'aurora-labs')).not.toHaveProperty('drawing');
  });
});

describe('what follows from other files', () => {
  test('an alias leads to its slug, sorted by alias', () => {
    expect([...catalog.aliases]).toEqual([
      ['aurora-1-classic', 'aurora-1'],
      ['aurora-one', 'aurora-1'],
    ]);
  });

  test('a model knows its family, newest first and itself left out', () => {
    expect(knownModel(catalog, 'aurora-1').relatives).toEqual(['aurora-3-preview', 'aurora-2']);
    expect(knownModel(catalog, 'aurora-2').relatives).toEqual(['aurora-3-preview', 'aurora-1']);
    expect(knownModel(catalog, 'borealis-7b').relatives).toEqual([]);
  });

  test('a family ends at its maker, and no family is no relation', async () => {
    const { models } = await catalogOf({
      'providers/vega.yaml': aProvider({ name: 'Vega' }),
      'models/sirius-1.yaml': aModel({ family: 'star' }),
      'models/vega-1.yaml': aModel({ name: 'Vega 1', family: 'star', provider: 'vega' }),
      'models/sirius-2.yaml': aModel({ name: 'Sirius 2' }),
      'models/sirius-3.yaml': aModel({ name: 'Sirius 3' }),
    });
    expect([...models.values()].flatMap(({ relatives }) => relatives)).toEqual([]);
  });

  test('a model knows what it replaces', () => {
    expect(knownModel(catalog, 'aurora-2').replaces).toEqual(['aurora-1']);
    expect(knownModel(catalog, 'aurora-1').replaces).toEqual([]);
  });

  test('a provider knows what it makes and what it serves of others, newest first', () => {
    const { models, serves } = knownProvider(catalog, 'borealis');
    expect({ models, serves }).toEqual({
      models: ['borealis-next', 'borealis-7b'],
      serves: ['aurora-2'],
    });
    expect(knownProvider(catalog, 'cloud-nine').serves).toEqual(['borealis-7b', 'aurora-2']);
  });

  test('what is not released yet comes first, and one day is sorted by slug', async () => {
    const { providers } = await catalogOf({
      'models/b.yaml': aModel({ name: 'B', releaseDate: '2024-05-13' }),
      'models/a.yaml': aModel({ name: 'A', releaseDate: '2024-05-13' }),
      'models/c.yaml': aModel({ name: 'C', releaseDate: undefined, stage: 'announced' }),
      'models/d.yaml': aModel({ name: 'D', releaseDate: '2024-06' }),
    });
    expect(providers.get('sirius')?.models).toEqual(['c', 'd', 'a', 'b']);
  });

  test('a model has its news, newest first', () => {
    const idsOf = (slug: string) => newsOf(catalog, slug).map(({ id }) => id);
    expect(idsOf('aurora-2')).toEqual(['2025-01-10-aurora-1-ends', '2024-12-01-aurora-2']);
    expect(idsOf('aurora-1')).toEqual(['2025-01-10-aurora-1-ends']);
    expect(idsOf('borealis-7b')).toEqual([]);
  });

  test('a provider wears the drawing of its name', () => {
    expect(knownProvider(catalog, 'borealis').drawing).toMatch(/^<svg .*<\/svg>$/);
  });
});

/** The paths of all objects in a value that could still be changed. */
function changeable(value: unknown, path = 'catalog'): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = value instanceof Map ? [...value] : Object.entries(value);
  return [
    ...(Object.isFrozen(value) ? [] : [path]),
    ...parts.flatMap(([key, part]) => changeable(part, `${path}.${key}`)),
  ];
}

test('the catalog is frozen throughout, the values of its maps too', () => {
  expect(changeable({ open: new Map([['here', {}]]) })).toContain('catalog.open.here');
  expect(changeable(catalog)).toEqual([]);
});

test.each([
  [() => knownModel(catalog, 'aurora-9'), 'The catalog has no model "aurora-9".'],
  [() => knownModel(catalog, 'aurora-one'), 'The catalog has no model "aurora-one".'],
  [() => knownProvider(catalog, 'nobody'), 'The catalog has no provider "nobody".'],
  [() => knownBenchmark(catalog, 'constructor'), 'The catalog has no benchmark "constructor".'],
])('a name that does not exist is an error of the caller: %s', (lookUp, message) => {
  expect(lookUp).toThrow(message);
});
