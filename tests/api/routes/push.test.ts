import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveApp, liveApp } from '../live-app.ts';
import { articles, page, push, pushed } from './pushing.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp({
    content: { sources: new Map([['blog', { name: 'The Blog' }]]) },
  });
});
afterEach(() => live.close());

const nothing = { created: 0, updated: 0, unchanged: 0, closed: 0, refused: [] };
test('items are created, and sent again they are unchanged', async () => {
  expect(await pushed(live, 'news', articles([1, 2]))).toEqual({ ...nothing, created: 2 });
  expect(await pushed(live, 'news', articles([1, 2, 3]))).toEqual({
    ...nothing,
    created: 1,
    unchanged: 2,
  });
  expect(await pushed(live, 'news', articles([1], { title: 'Anew' }))).toEqual({
    ...nothing,
    updated: 1,
  });
});

test('an item shows at once in the lists and counts of the models that it states', async () => {
  const counts = async () =>
    (await (await live.app.request('/api/v1/models/aurora-1/stats')).json()) as unknown;
  expect((await page(live, '/models/aurora-1/news')).items).toEqual([]);
  expect(await counts()).toMatchObject({ data: { newsCount: 0 } });
  await pushed(live, 'news', articles([1], { author: 'Ada', summary: 'Short.' }));
  expect((await page(live, '/models/aurora-1/news')).items).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      kind: 'news',
      title: 'Article 1',
      url: 'https://platform.example/1',
      summary: 'Short.',
      author: 'Ada',
      publishedAt: '2025-01-01T00:00:00.000Z',
      firstSeenAt: expect.any(String),
      updatedAt: expect.any(String),
      places: [{ source: 'my-platform', name: 'my-platform', url: 'https://platform.example/1' }],
      models: [{ slug: 'aurora-1', name: 'Aurora 1', level: 'model', confidence: 1 }],
    },
  ]);
  expect(await counts()).toMatchObject({ data: { newsCount: 1, jobCount: 0 } });
});

test('discussions and jobs keep what only they have', async () => {
  const [thread] = articles([1], { score: 12, comments: 3, author: 'ada' });
  await pushed(live, 'discussions', [thread]);
  expect((await page(live, '/discussions')).items).toMatchObject([{ score: 12, comments: 3 }]);
  const given = {
    company: 'Aurora Labs',
    place: 'Oslo',
    isRemote: false,
    employmentType: 'part-time',
    salary: '€ 50 an hour',
  };
  await pushed(live, 'jobs', articles([1], given));
  expect((await page(live, '/jobs')).items).toMatchObject([given]);
});

test.each([
  [500, 200],
  [0, 200],
])('%i items are answered %i', async (count, status) => {
  const items = articles([...Array(count).keys()], { summary: 'a'.repeat(2000) });
  expect((await push(live, 'news', { source: 'my-platform', items })).status).toBe(status);
});

test('a body of more than four megabytes is 413', async () => {
  const response = await push(live, 'news', `"${'a'.repeat(4 * 1024 * 1024)}"`);
  expect(response.status).toBe(413);
});

describe('jobs', () => {
  const jobs = (numbers: readonly number[]) => articles(numbers, { company: 'Aurora Labs' });

  test('that a complete list lacks are closed, and open again when they are back', async () => {
    await pushed(live, 'jobs', jobs([1, 2]), { isComplete: true });
    expect(await pushed(live, 'jobs', jobs([2, 3]), { isComplete: true })).toMatchObject({
      created: 1,
      unchanged: 1,
      closed: 1,
    });
    expect((await page(live, '/jobs')).titles).toEqual(['Article 3', 'Article 2']);
    const all = await page(live, '/jobs?closed=true');
    expect(all.items.map(({ closedAt }) => closedAt !== undefined)).toEqual([false, false, true]);
    expect(await pushed(live, 'jobs', jobs([1]))).toMatchObject({ updated: 1 });
    expect((await page(live, '/jobs')).pagination.total).toBe(3);
  });

  test('are not closed by a list of which one was refused', async () => {
    await pushed(live, 'jobs', jobs([1, 2]), { isComplete: true });
    expect(
      await pushed(live, 'jobs', [...jobs([1]), { externalId: '2' }], { isComplete: true }),
    ).toMatchObject({ closed: 0, refused: [{ index: 1, externalId: '2' }] });
  });
});

test('two pushes at once of the same items store each once', async () => {
  const items = articles([...Array(150).keys()]);
  const told = await Promise.all([1, 2, 3].map(() => pushed(live, 'news', items)));
  expect(told.reduce((sum, { created }) => sum + Number(created), 0)).toBe(150);
  expect((await page(live, '/news')).pagination.total).toBe(150);
});
