import { property, stringMatching, assert as verify } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogChanges } from '../../src/catalog/changes.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { aModel, catalogOf } from './content-folder.ts';

const sirius = async (facts: Parameters<typeof aModel>[0], on?: string) =>
  catalogChanges(await catalogOf({ 'models/sirius-1.yaml': aModel(facts) }, on));

const told = async (facts: Parameters<typeof aModel>[0], on?: string) =>
  (await sirius(facts, on)).map(({ date, id }) => `${date} ${id}`);

describe('a model is added', () => {
  test.each([
    ['on the day of its release', '2024-05-13', '2024-05-13', ['2024-05-13 added-sirius-1']],
    ['not the day before', '2024-05-13', '2024-05-12', []],
    ['in the month of its release', '2024-05', '2024-05-01', ['2024-05 added-sirius-1']],
    ['not before that month', '2024-05', '2024-04-30', []],
    ['on no day where nobody dates it', undefined, '2026-03-01', []],
  ])('%s', async (_, releaseDate, on, changes) => {
    expect(await told({ releaseDate }, on)).toEqual(changes);
  });

  test('by no announcement alone', async () => {
    expect(await told({ stage: 'announced' })).toEqual([]);
  });

  test('as the sources of the day say, with what they are worth', async () => {
    const source = (url: string, covers: string) =>
      `{ url: https://sirius.example.com/${url}, covers: [${covers}], checked: 2026-02-01, confidence: reported }`;
    const sources = `[${source('specs', 'specs')}, ${source('release', 'releaseDate')}]`;
    expect(await sirius({ sources })).toMatchObject([
      { sources: ['https://sirius.example.com/release'], confidence: 'reported' },
    ]);
  });
});

describe('a price changes', () => {
  const row = (facts: string) => `{ ${facts}, source: https://sirius.example.com/prices }`;
  const pricing = `[${row('from: 2024-05-13, input: 5, output: 15, note: half price at night')}, ${row('from: 2025-01-10, dateIs: observed, input: 2.5, output: 15, cachedInput: 1, confidence: reported')}]`;

  test('from the first row to the second, on the day of the second', async () => {
    const [change, ...others] = (await sirius({ pricing })).filter(({ kind }) => kind === 'price');
    expect(others).toEqual([]);
    expect(change).toEqual({
      id: 'price-sirius-1-2025-01-10',
      date: '2025-01-10',
      kind: 'price',
      model: 'sirius-1',
      sources: ['https://sirius.example.com/prices'],
      confidence: 'reported',
      dateIs: 'observed',
      before: { input: 5, output: 15, note: 'half price at night' },
      after: { input: 2.5, output: 15, cachedInput: 1 },
    });
  });

  test.each([
    ['was only then seen beside the same others', 'dateIs: observed, ', 'output: 15, ', 0],
    ['was announced', 'dateIs: announced, ', 'output: 15, ', 1],
    ['was seen beside another that changed', 'dateIs: observed, ', 'output: 12, ', 1],
    ['was seen where another went', 'dateIs: observed, ', '', 1],
  ])('by a rate that %s', async (_, dateIs, output, changes) => {
    const rows = [
      row('from: 2024-05-13, input: 5, output: 15'),
      row(`from: 2025-01-10, ${dateIs}input: 5, ${output}cachedInput: 1`),
    ];
    const told = (await sirius({ pricing: `[${rows.join(', ')}]` })).filter(
      ({ kind }) => kind === 'price',
    );
    expect(told).toHaveLength(changes);
  });

  test.each([
    ['by a threshold that was only then seen', '', 0],
    ['by a threshold that was seen to move', 'tiers: [{ above: 64000, input: 12 }], ', 1],
  ])('%s', async (_, before, changes) => {
    const rows = [
      row(`from: 2024-05-13, ${before}input: 5`),
      row('from: 2025-01-10, dateIs: observed, input: 5, tiers: [{ above: 128000, input: 10 }]'),
    ];
    const told = await sirius({ pricing: `[${rows.join(', ')}]` });
    expect(told.filter(({ kind }) => kind === 'price')).toHaveLength(changes);
  });

  test('by a rate that went, and again by its return', async () => {
    const rows = [
      row('from: 2024-05-13, input: 5, cachedInput: 1'),
      row('from: 2024-10-10, dateIs: observed, input: 5'),
      row('from: 2025-01-10, dateIs: observed, input: 5, cachedInput: 1'),
    ];
    const told = await sirius({ pricing: `[${rows.join(', ')}]` });
    expect(told.filter(({ kind }) => kind === 'price')).toHaveLength(2);
  });

  test('not before that day', async () => {
    expect(await told({ pricing }, '2025-01-09')).toEqual(['2024-05-13 added-sirius-1']);
  });
});

describe('a status changes', () => {
  const end = (date: string, certainty = 'announced') =>
    `retirementDate: { date: ${date}, certainty: ${certainty} }`;
  const steps = async (lifecycle: string, on?: string, stage?: string) =>
    (await sirius({ lifecycle: `{ ${lifecycle} }`, ...(stage && { stage }) }, on)).flatMap(
      (change) =>
        change.kind === 'status' ? `${change.date} ${change.before} → ${change.after}` : [],
    );

  test.each([
    [
      'when its end is announced',
      'deprecationDate: 2025-01-10',
      ['2025-01-10 active → deprecated'],
    ],
    ['when it ends', end('2025-07-10'), ['2025-07-10 active → retired']],
    [
      'at both, the later first',
      `deprecationDate: 2025-01-10, ${end('2025-07-10')}`,
      ['2025-07-10 deprecated → retired', '2025-01-10 active → deprecated'],
    ],
    [
      'once where it ends on the day of the announcement',
      `deprecationDate: 2025-01-10, ${end('2025-01-10')}`,
      ['2025-01-10 active → retired'],
    ],
    ['not by an end that is to come', end('2026-03-02'), []],
    ['not by a promise to stay', end('2025-07-10', 'notBefore'), []],
  ])('%s', async (_, lifecycle, changes) => {
    expect(await steps(lifecycle, '2026-03-01')).toEqual(changes);
  });

  test('from preview, where it is one', async () => {
    expect(await steps('deprecationDate: 2025-01-10', '2026-03-01', 'preview')).toEqual([
      '2025-01-10 preview → deprecated',
    ]);
  });

  test('on the day itself, not the day before', async () => {
    expect(await steps(end('2025-07-10'), '2025-07-10')).toHaveLength(1);
    expect(await steps(end('2025-07-10'), '2025-07-09')).toEqual([]);
  });
});

describe('scores', () => {
  const score = (facts: string) =>
    `{ benchmark: parallax, reportedBy: maker, source: https://sirius.example.com/${facts} }`;

  test('of one day are one change, those without a day none', async () => {
    const benchmarks = `[${score('a, date: 2025-01-10, score: 61, variant: 5-shot')}, ${score('a, date: 2025-01-10, score: 60, variant: 0-shot')}, ${score('b, date: 2025-02, score: 62, variant: 1-shot')}, ${score('c, score: 63, variant: 3-shot')}]`;
    const changes = (await sirius({ benchmarks })).filter(({ kind }) => kind === 'benchmark');
    expect(changes).toMatchObject([
      { id: 'benchmark-sirius-1-2025-02', date: '2025-02', scores: [{ score: 62 }] },
      {
        id: 'benchmark-sirius-1-2025-01-10',
        date: '2025-01-10',
        sources: ['https://sirius.example.com/a'],
        scores: [{ score: 60 }, { score: 61 }],
      },
    ]);
  });
});

test('changes come newest first; a month after its days, and models of one day by slug', async () => {
  const files = Object.fromEntries(
    [
      ['vega', '2024-05-13'],
      ['altair', '2024-05-13'],
      ['deneb', '2024-05'],
      ['rigel', '2024-05-01'],
      ['mira', '2024-06'],
      ['spica', '2024-04-30'],
    ].map(([slug, releaseDate]) => [`models/${slug}.yaml`, aModel({ name: slug, releaseDate })]),
  );
  expect(catalogChanges(await catalogOf(files)).map(({ model }) => model)).toEqual([
    'mira',
    'altair',
    'vega',
    'rigel',
    'deneb',
    'spica',
  ]);
});

describe('of the real catalog', async () => {
  const catalog = await loadCatalog({ contentDir: 'content', day: '2026-11-22' });
  const rowsOn = (day: string) =>
    catalog.models
      .values()
      .flatMap(({ slug, pricing = [] }) => pricing.slice(1).map(({ from }) => ({ slug, from })))
      .filter(({ from }) => from <= day)
      .map(({ slug, from }) => `price-${slug}-${from}`)
      .toArray();
  const aDay = stringMatching(/^202[2-7]-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/);

  test('no price row after the first is more than one change, on any day', () => {
    verify(
      property(aDay, (day) => {
        const prices = catalogChanges({ ...catalog, day }).filter(({ kind }) => kind === 'price');
        const ids = prices.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(rowsOn(day)).toEqual(expect.arrayContaining(ids));
      }),
      { numRuns: 20 },
    );
    const all = new Set(catalogChanges({ ...catalog, day: '2099-12-31' }).map(({ id }) => id));
    const announced = catalog.models
      .values()
      .flatMap(({ slug, pricing = [] }) => pricing.slice(1).map((row) => ({ slug, ...row })))
      .filter(({ dateIs }) => dateIs === 'announced')
      .map(({ slug, from }) => `price-${slug}-${from}`)
      .toArray();
    expect(announced.length).toBeGreaterThan(5);
    expect(announced.filter((id) => !all.has(id))).toEqual([]);
  });

  test('what had happened by a day stays as it was on every later one', () => {
    const all = catalogChanges({ ...catalog, day: '2099-12-31' });
    verify(
      property(aDay, (day) => {
        expect(catalogChanges({ ...catalog, day })).toEqual(all.filter(({ date }) => date <= day));
      }),
      { numRuns: 20 },
    );
  });

  test('every change has an id of its own and a source', () => {
    const changes = catalogChanges(catalog);
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
    expect(changes.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  test('each status is the one that the model has after its last change', () => {
    const last = new Map(
      catalogChanges(catalog)
        .toReversed()
        .flatMap((change) => (change.kind === 'status' ? [[change.model, change.after]] : [])),
    );
    const ended = catalog.models
      .values()
      .filter(({ status }) => status === 'deprecated' || status === 'retired')
      .map(({ slug, status }) => [slug, status])
      .toArray();
    expect([...last].toSorted()).toEqual(ended.toSorted());
  });
});
