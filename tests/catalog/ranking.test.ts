import { expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { knownBenchmark, knownModel } from '../../src/catalog/lookup.ts';
import { aBenchmark, aModel, catalogOf } from './content-folder.ts';

const scored = (name: string, ...scores: readonly string[]): string =>
  aModel({
    name,
    benchmarks: scores
      .map(
        (score) =>
          `\n  - { benchmark: parallax, ${score}, reportedBy: maker, source: https://sirius.example.com }`,
      )
      .join(''),
  });

/** Each ranking of the benchmark as its conditions and "place. model score". */
const placesIn = (catalog: Catalog) =>
  knownBenchmark(catalog, 'parallax').rankings.map(({ conditions, results }) => [
    conditions,
    ...results.map(({ rank, model, score }) => `${rank ? `${rank}. ` : ''}${model} ${score}`),
  ]);

test('the best score comes first', async () => {
  const catalog = await catalogOf({
    'models/a.yaml': scored('A', 'score: 61.5, variant: 5-shot'),
    'models/b.yaml': scored('B', 'score: 88.25, variant: 5-shot'),
    'models/c.yaml': scored('C', 'score: 9, variant: 5-shot'),
  });
  expect(placesIn(catalog)).toEqual([['5-shot', '1. b 88.25', '2. a 61.5', '3. c 9']]);
});

test('the lowest score comes first where lower is better', async () => {
  const catalog = await catalogOf({
    'benchmarks/parallax.yaml': aBenchmark({ direction: 'lower' }),
    'models/a.yaml': scored('A', 'score: 12, variant: 5-shot'),
    'models/b.yaml': scored('B', 'score: 3, variant: 5-shot'),
  });
  expect(placesIn(catalog)).toEqual([['5-shot', '1. b 3', '2. a 12']]);
});

test('equal scores share a place, and the next one counts all before it', async () => {
  const catalog = await catalogOf({
    'models/a.yaml': scored('A', 'score: 50, variant: 5-shot'),
    'models/b.yaml': scored('B', 'score: 60, variant: 5-shot'),
    'models/c.yaml': scored('C', 'score: 60, variant: 5-shot'),
    'models/d.yaml': scored('D', 'score: 70, variant: 5-shot'),
  });
  expect(placesIn(catalog)).toEqual([['5-shot', '1. d 70', '2. b 60', '2. c 60', '4. a 50']]);
});

test('only scores under equal conditions are ranked together, the largest set first, the unstated last', async () => {
  const catalog = await catalogOf({
    'models/a.yaml': scored('A', 'score: 1, variant: 5-shot', 'score: 2', 'score: 3, effort: high'),
    'models/b.yaml': scored('B', 'score: 4, variant: 5-shot', 'score: 5, variant: 0-shot'),
    'models/c.yaml': scored('C', 'score: 6, variant: 5-shot, dataset: hard'),
    'models/d.yaml': scored('D', 'score: 7, variant: 5-shot, harness: Starlight'),
  });
  expect(placesIn(catalog)).toEqual([
    ['5-shot', '1. b 4', '2. a 1'],
    ['0-shot', '1. b 5'],
    ['5-shot, Starlight', '1. d 7'],
    ['hard, 5-shot', '1. c 6'],
    ['high effort', '1. a 3'],
    ['', 'a 2'],
  ]);
});

test('who reported a score, its source and its date are no conditions', async () => {
  const catalog = await catalogOf({
    'models/a.yaml': scored(
      'A',
      'score: 1, variant: 5-shot, via: night-sky, date: 2024-05, snapshot: a-1',
    ),
    'models/b.yaml': scored('B', 'score: 2, variant: 5-shot'),
  });
  expect(placesIn(catalog)).toEqual([['5-shot', '1. b 2', '2. a 1']]);
});

test.each([
  ['one score', ['12.5'], 12.5],
  ['an odd number of scores', ['10', '90', '30'], 30],
  ['an even number of scores', ['10', '20', '90', '30'], 25],
  ['scores that leave a third decimal', ['10.11', '10.14'], 10.13],
])('the median of %s', async (_, scores, median) => {
  const files = scores.map((score, index) => [
    `models/m${index}.yaml`,
    scored(`M${index}`, `score: ${score}, variant: 5-shot`),
  ]);
  const catalog = await catalogOf(Object.fromEntries(files));
  expect(knownBenchmark(catalog, 'parallax').rankings[0]?.median).toBe(median);
});

test('a model knows its places, by benchmark, conditions and place', async () => {
  const catalog = await catalogOf({
    'models/a.yaml': scored(
      'A',
      'score: 50, variant: 5-shot',
      'score: 40, variant: 0-shot',
      'score: 55, variant: 5-shot, date: 2026-01-15',
    ),
    'models/b.yaml': scored('B', 'score: 60, variant: 5-shot'),
  });
  const places = knownModel(catalog, 'a').scores.map(({ conditions, rank, of, median, score }) => ({
    conditions,
    rank,
    of,
    median,
    score,
  }));
  expect(places).toEqual([
    { conditions: '0-shot', rank: 1, of: 1, median: 40, score: 40 },
    { conditions: '5-shot', rank: 2, of: 3, median: 55, score: 55 },
    { conditions: '5-shot', rank: 3, of: 3, median: 55, score: 50 },
  ]);
});

test('scores whose conditions nobody stated stand best first, without place or median', async () => {
  const catalog = await catalogOf({
    'models/a.yaml': scored('A', 'score: 50'),
    'models/b.yaml': scored('B', 'score: 60'),
  });
  expect(placesIn(catalog)).toEqual([['', 'b 60', 'a 50']]);
  expect(knownBenchmark(catalog, 'parallax').rankings[0]?.median).toBeUndefined();
  const [score] = knownModel(catalog, 'a').scores;
  expect([score?.rank, score?.median, score?.of]).toEqual([undefined, undefined, 2]);
});

test('a benchmark without scores has no ranking', async () => {
  expect(placesIn(await catalogOf({ 'models/a.yaml': aModel() }))).toEqual([]);
});
