import { afterAll, describe, expect, test } from 'vitest';
import { type ModelCounts, noCounts } from '../../../api/db/counts.ts';
import type { ModelDocument } from '../../../src/shapes/model.ts';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

type Counted = ModelDocument & ModelCounts;

async function model(address: string): Promise<Counted> {
  const response = await app.request(`/api/v1/models/${address}`);
  expect(response.status, address).toBe(200);
  const { data } = (await response.json()) as { data: Counted };
  return data;
}

test.each(['aurora-1', 'aurora-2', 'aurora-3-preview', 'borealis-7b', 'borealis-next'])(
  '%s is its prebuilt document and its counts',
  async (slug) => {
    const counted = await model(slug);
    expect(counted).toMatchObject(noCounts);
    const facts = Object.fromEntries(
      Object.entries(counted).filter(([name]) => !(name in noCounts)),
    );
    const prebuilt = await app.request(`/api/v1/models/${slug}.json`);
    expect(((await prebuilt.json()) as { data: unknown }).data).toEqual(facts);
  },
);

test('reading a model counts no view', async () => {
  const headers = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' };
  await app.request('/api/v1/models/aurora-2', { headers });
  const { viewCount } = await model('aurora-2');
  expect(viewCount).toBe(0);
});

describe('on a day, a model has the price and status of that day', () => {
  test.each([
    ['aurora-1', '2024-01-09', 'announced', undefined, 0],
    ['aurora-1', '2024-01-10', 'active', 10, 1],
    ['aurora-1', '2024-05-31', 'active', 10, 1],
    ['aurora-1', '2024-06-01', 'active', 5, 2],
    ['aurora-1', '2025-01-09', 'active', 5, 2],
    ['aurora-1', '2025-01-10', 'deprecated', 5, 2],
    ['aurora-1', '2025-07-09', 'deprecated', 5, 2],
    ['aurora-1', '2025-07-10', 'retired', 5, 2],
    ['aurora-2', '2024-11-30', 'announced', undefined, 0],
    ['aurora-2', '2024-12-01', 'active', 1.25, 1],
    // Its retirement is only promised not to come before that day.
    ['aurora-2', '2027-12-01', 'active', 1.25, 1],
    ['aurora-3-preview', '2025-10-31', 'announced', undefined, 0],
    ['aurora-3-preview', '2025-11-01', 'preview', undefined, 0],
    ['borealis-next', '2026-01-01', 'announced', undefined, 0],
  ])('%s on %s is %s at %s', async (slug, day, status, price, rows) => {
    const then = await model(`${slug}?on=${day}`);
    expect(then.status).toBe(status);
    expect(then.price?.input).toBe(price);
    expect(then.pricing?.length ?? 0).toBe(rows);
  });
});

test('what no day changes is the same on every day', async () => {
  const { price: _, pricing: __, status: ___, ...then } = await model('aurora-1?on=2024-01-09');
  const { price: ____, pricing: _____, status: ______, ...now } = await model('aurora-1');
  expect(then).toEqual(now);
});

test.each([
  ['aurora-22', ['aurora-2', 'aurora-1']],
  ['Aurora-1', ['aurora-1', 'aurora-2']],
  ['nothing-of-that-name-at-all', []],
  ['%3Cscript%3E', []],
  ['a%2Fb', []],
  ['%E0%A4%A', []],
  ['a'.repeat(5000), []],
])('%s is 404 with the nearest slugs', async (slug, suggestions) => {
  const response = await app.request(`/api/v1/models/${slug}`);
  expect(response.status).toBe(404);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expect(await response.json()).toMatchObject({ title: 'Not found', suggestions });
});

test('a percent-encoded slug is the slug', async () => {
  expect((await model('aurora%2D1')).slug).toBe('aurora-1');
});
