import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkerByName } from '../db/item-store.ts';
import { type LiveApp, liveApp } from '../live-app.ts';
import { articles, page, pushed } from './pushing.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp({
    linker: linkerByName,
    content: {
      sources: new Map([
        ['blog', { name: 'The Blog', provider: 'cloud-nine' }],
        ['wire', { name: 'The Wire' }],
      ]),
    },
  });
});
afterEach(() => live.close());

const numbered = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a list', () => {
  test('is newest first, ten to a page, with the links of every other list', async () => {
    await pushed(live, 'news', articles(numbered(1, 25)));
    const { titles, pagination, links } = await page(live, '/news');
    expect(titles).toEqual(
      numbered(16, 25)
        .toReversed()
        .map((number) => `Article ${number}`),
    );
    expect(pagination).toEqual({ page: 1, limit: 10, total: 25, totalPages: 3 });
    expect([...links]).toEqual([
      ['first', '/api/v1/news?edition=1&page=1'],
      ['next', '/api/v1/news?edition=1&page=2'],
      ['last', '/api/v1/news?edition=1&page=3'],
    ]);
  });

  test('has what is not dated by when it was first seen', async () => {
    await pushed(live, 'news', articles([1, 2], { publishedAt: undefined }));
    await pushed(live, 'news', articles([3]));
    expect((await page(live, '/news')).titles).toEqual(['Article 2', 'Article 1', 'Article 3']);
  });

  test('of one instant has the latest stored first', async () => {
    const publishedAt = '2025-01-01T00:00:00Z';
    await pushed(live, 'news', articles([1, 2, 3], { publishedAt }));
    expect((await page(live, '/news')).titles).toEqual(['Article 3', 'Article 2', 'Article 1']);
  });

  test.each([
    ['limit=0', 400],
    ['limit=1', 200],
    ['limit=50', 200],
    ['limit=51', 400],
    ['page=0', 400],
    ['page=999999999999999', 200],
    ['page=1e3', 400],
    ['edition=0', 200],
    ['edition=-1', 400],
    ['edition=999999999999999', 200],
    ['edition=9999999999999999', 400],
    ['family=yes', 400],
    ['closed=true', 400],
    ['search=%22', 200],
    ['search=*', 200],
    ['search=NEAR(a%20b)', 200],
    ['search=title:a%20OR%20b%20NOT%20c', 200],
    ['search=%00', 200],
    [`search=${'a'.repeat(200)}`, 200],
    [`search=${'a'.repeat(201)}`, 400],
    ['model=nobody', 404],
    ['provider=nobody', 200],
    ['source=nobody', 200],
  ])('with ?%s is answered %i', async (query, status) => {
    expect((await live.app.request(`/api/v1/news?${query}`)).status).toBe(status);
  });

  test('of a model that is not there is 404 with the nearest, of an alias a way to it', async () => {
    const [alias, slug] = [...live.services.catalog.aliases][0] ?? [];
    for (const kind of ['news', 'discussions', 'jobs']) {
      expect((await live.app.request(`/api/v1/models/aurora-11/${kind}`)).status).toBe(404);
      const moved = await live.app.request(`/api/v1/models/${alias}/${kind}?limit=2`);
      expect(moved.status).toBe(308);
      expect(moved.headers.get('Location')).toBe(`/api/v1/models/${slug}/${kind}?limit=2`);
    }
    await pushed(live, 'news', articles([1], { models: [alias] }));
    expect((await page(live, `/news?model=${alias}`)).items).toMatchObject([
      { models: [{ slug }] },
    ]);
  });
});

test('a count is the total of its list', async () => {
  await pushed(live, 'news', articles(numbered(1, 3)));
  await pushed(live, 'discussions', articles(numbered(1, 2)));
  await pushed(live, 'jobs', articles([1, 2, 3, 4], { company: 'A' }), { isComplete: true });
  await pushed(live, 'jobs', articles([1], { company: 'A' }), { isComplete: true });
  for (const path of ['/models/aurora-1', '/models/aurora-1/stats']) {
    const response = await live.app.request(`/api/v1${path}`);
    expect(await response.json()).toMatchObject({
      data: { newsCount: 3, discussionCount: 2, jobCount: 1 },
    });
  }
  for (const [kind, total] of [
    ['news', 3],
    ['discussions', 2],
    ['jobs', 1],
  ] as const) {
    expect((await page(live, `/models/aurora-1/${kind}`)).pagination.total).toBe(total);
  }
});
