import { expect, inject, test } from 'vitest';
import { type CatalogIndex, catalogIndex } from '../../../api/catalog-index.ts';
import { noCounts } from '../../../api/db/counts.ts';
import { listedModels } from '../../../api/model-list.ts';
import { readSite } from '../../../api/static-site.ts';
import type { CatalogDocument } from '../../../src/shapes/catalog-document.ts';

const site = await readSite(inject('fixtureSite'));

/** The fixture's catalog, where word-slip has three more scores of two models, under stated conditions. */
async function catalogWith(direction: 'higher' | 'lower'): Promise<CatalogIndex> {
  const path = '/api/v1/catalog.json';
  const file = site.get(path);
  if (!file) throw new Error(`The fixture's site holds no ${path}.`);
  const document = JSON.parse(new TextDecoder().decode(file.body)) as { data: CatalogDocument };
  const benchmarks = document.data.benchmarks.map((benchmark) => {
    const [ranking] = benchmark.rankings;
    const [result] = ranking?.results ?? [];
    if (benchmark.id !== 'word-slip' || !ranking || !result) return benchmark;
    const results = [
      { ...result, score: 12 },
      { ...result, score: 30 },
      { ...result, score: 20, model: 'aurora-1' },
    ];
    return {
      ...benchmark,
      direction,
      rankings: [ranking, { ...ranking, conditions: '5-shot', results }],
    };
  });
  const body = JSON.stringify({ ...document, data: { ...document.data, benchmarks } });
  return catalogIndex(
    new Map([...site, [path, { ...file, body: new TextEncoder().encode(body) }]]),
  );
}

// aurora-2 has 12 and 30, aurora-1 has 20.
test.each([
  ['lower', 'asc', ['aurora-2', 'aurora-1']],
  ['lower', 'desc', ['aurora-1', 'aurora-2']],
  ['higher', 'asc', ['aurora-1', 'aurora-2']],
  ['higher', 'desc', ['aurora-2', 'aurora-1']],
] as const)(
  'where %s is better, a model stands by its best score: %s',
  async (direction, sortOrder, first) => {
    const sortBy = 'benchmark:word-slip';
    const models = listedModels(
      await catalogWith(direction),
      () => noCounts,
      {},
      { sortBy, sortOrder },
    );
    expect(models.map(({ slug }) => slug).slice(0, 2)).toEqual(first);
  },
);
