import { afterAll, describe, expect, inject, test } from 'vitest';
import { catalogIndex } from '../../../api/catalog-index.ts';
import { readSite } from '../../../api/static-site.ts';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp({ now: () => new Date('2026-03-01T12:00:00Z') });
afterAll(close);

interface Cost {
  readonly cost: number;
  readonly model: string;
  readonly on: string;
  readonly status: string;
  readonly price: { readonly from: string; readonly source: string };
}

const ask = async (query: string): Promise<Response> => app.request(`/api/v1/price?${query}`);

async function cost(query: string): Promise<Cost> {
  const response = await ask(query);
  expect(response.status, query).toBe(200);
  return ((await response.json()) as { data: Cost }).data;
}

test('a call costs its tokens at the price of the day, told with its source', async () => {
  const answer = await ask('model=aurora-1&input=1000&output=500&on=2024-05-31');
  expect(await answer.json()).toEqual({
    data: {
      model: 'aurora-1',
      on: '2024-05-31',
      input: 1000,
      output: 500,
      cached: 0,
      cost: 0.025,
      status: 'active',
      price: {
        from: '2024-01-10',
        dateIs: 'announced',
        input: 10,
        output: 30,
        source: 'https://aurora.example.com/launch',
      },
    },
  });
});

describe('the cost in US dollars', () => {
  test.each([
    ['without tokens', 'model=aurora-1', 0],
    ['of a million in', 'model=aurora-1&input=1000000', 5],
    ['of a million out', 'model=aurora-1&output=1000000', 15],
    ['at a tier’s threshold', 'model=aurora-2&input=200000&output=1000', 0.26],
    ['one token above it', 'model=aurora-2&input=200001&output=1000', 0.5150025],
    ['of cached input', 'model=aurora-2&input=1000&cached=400', 0.000875],
    ['of input that was cached whole', 'model=aurora-2&input=1000&cached=1000', 0.0003125],
    ['of cached input where it has no price', 'model=aurora-1&input=1000&cached=400', 0.005],
    [
      'of cached input where the tier has no price',
      'model=aurora-2&input=200001&cached=1',
      0.5000025,
    ],
    ['of one token', 'model=aurora-2&input=1', 0.00000125],
    [
      'of three tokens, without the faults of binary fractions',
      'model=aurora-2&cached=3&input=3',
      9.375e-7,
    ],
    ['of the most tokens', 'model=aurora-1&output=1000000000000', 15_000_000],
  ])('%s', async (_, query, dollars) => {
    expect((await cost(query)).cost).toBe(dollars);
  });
});

test.each([
  ['2024-01-10', '2024-01-10'],
  ['2024-05-31', '2024-01-10'],
  ['2024-06-01', '2024-06-01'],
  // Retired since 2025-07-10: its last price stands.
  ['2025-07-10', '2024-06-01'],
  ['2030-01-01', '2024-06-01'],
])('on %s the price from %s holds', async (day, from) => {
  expect((await cost(`model=aurora-1&on=${day}`)).price.from).toBe(from);
});

test('a price of a day after the end says that the model is retired', async () => {
  expect((await cost('model=aurora-1&on=2025-07-09')).status).not.toBe('retired');
  expect((await cost('model=aurora-1&on=2025-07-10')).status).toBe('retired');
});

test('without a day it is the price of today, and an alias is its model', async () => {
  expect(await cost('model=aurora-one')).toMatchObject({ model: 'aurora-1', on: '2026-03-01' });
});

test.each([
  [
    'model=aurora-1&on=2024-01-09',
    'No list price of "aurora-1" is known for 2024-01-09; the first is from 2024-01-10.',
  ],
  ['model=borealis-7b', 'No list price of "borealis-7b" is known.'],
  ['model=aurora-22', 'There is no model "aurora-22".'],
])('%s is 404: %s', async (query, detail) => {
  const response = await ask(query);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ detail });
});

test.each([
  [1000, 1000, 200],
  [1000, 1001, 400],
])('of %i tokens in, %i cached is %i', async (input, cached, status) => {
  expect((await ask(`model=aurora-2&input=${input}&cached=${cached}`)).status).toBe(status);
});

test('output of a model that has no price for it is refused, and its input is not', async () => {
  const catalog = catalogIndex(await readSite(inject('fixtureSite')));
  const documents = new Map(catalog.documents);
  const document = documents.get('aurora-1');
  const pricing = document?.pricing?.map(({ output: _, ...price }) => price);
  if (document) documents.set('aurora-1', { ...document, pricing });
  const embedding = await liveApp({ replaced: { catalog: { ...catalog, documents } } });
  const path = '/api/v1/price?model=aurora-1&input=1000000';
  const input = await embedding.app.request(path);
  expect(await input.json()).toMatchObject({ data: { cost: 5 } });
  const output = await embedding.app.request(`${path}&output=7`);
  expect(output.status).toBe(400);
  expect(await output.json()).toMatchObject({
    detail: '"aurora-1" has no price for output: it gives no tokens.',
    errors: [{ path: 'query.output', message: 'output takes 0 for this model, not 7.' }],
  });
  await embedding.close();
});

test('a dated version is told apart, since its price may not be the model’s', async () => {
  const files = new Map(await readSite(inject('fixtureSite')));
  const file = files.get('/api/v1/catalog.json');
  if (!file) throw new Error('The fixture site has no catalog.');
  const text = new TextDecoder().decode(file.body);
  const body = text.replace('"aliases":{', '"aliases":{"aurora-1-2024-01-10":"aurora-1",');
  files.set('/api/v1/catalog.json', { ...file, body: new TextEncoder().encode(body) });
  const live = await liveApp({ files });
  const response = await live.app.request('/api/v1/price?model=aurora-1-2024-01-10&input=1');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ suggestions: ['aurora-1'] });
  await live.close();
});
