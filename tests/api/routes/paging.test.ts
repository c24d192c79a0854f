import { afterAll, expect, test } from 'vitest';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

/** The pagination of a page, how many it holds, and its links by relation, each as a query. */
async function page(query: string) {
  const response = await app.request(`/api/v1/models?${query}`);
  const { data, pagination } = (await response.json()) as { data: unknown[]; pagination: unknown };
  const links = [...(response.headers.get('Link') ?? '').matchAll(/<([^>]*)>; rel="(\w+)"/g)];
  return {
    count: data.length,
    pagination,
    links: Object.fromEntries(links.map(([, address, relation]) => [relation, address])),
  };
}

test('a page in the middle has all four links, which keep the query', async () => {
  expect(await page('limit=2&page=2&search=a')).toEqual({
    count: 2,
    pagination: { page: 2, limit: 2, total: 5, totalPages: 3 },
    links: {
      first: '/api/v1/models?limit=2&page=1&search=a',
      prev: '/api/v1/models?limit=2&page=1&search=a',
      next: '/api/v1/models?limit=2&page=3&search=a',
      last: '/api/v1/models?limit=2&page=3&search=a',
    },
  });
});

test.each([
  ['limit=2', 2, ['first', 'next', 'last'], { page: 1, limit: 2, total: 5, totalPages: 3 }],
  ['limit=2&page=3', 1, ['first', 'prev', 'last'], { page: 3, limit: 2, total: 5, totalPages: 3 }],
  ['limit=2&page=4', 0, ['first', 'prev', 'last'], { page: 4, limit: 2, total: 5, totalPages: 3 }],
  ['limit=5', 5, ['first', 'last'], { page: 1, limit: 5, total: 5, totalPages: 1 }],
  ['limit=1', 1, ['first', 'next', 'last'], { page: 1, limit: 1, total: 5, totalPages: 5 }],
  ['limit=100', 5, ['first', 'last'], { page: 1, limit: 100, total: 5, totalPages: 1 }],
  ['', 5, ['first', 'last'], { page: 1, limit: 20, total: 5, totalPages: 1 }],
  ['search=zebra', 0, ['first', 'last'], { page: 1, limit: 20, total: 0, totalPages: 0 }],
])('?%s has %i models and the links %j', async (query, count, relations, pagination) => {
  const answer = await page(query);
  expect(answer).toMatchObject({ count, pagination });
  expect(Object.keys(answer.links)).toEqual(relations);
});

test.each([
  ['limit=2&page=9', '/api/v1/models?limit=2&page=3'],
  ['search=zebra&page=2', '/api/v1/models?search=zebra&page=1'],
])('the page before one beyond the end is the last: ?%s', async (query, previous) => {
  expect((await page(query)).links['prev']).toBe(previous);
});

test('the next links lead through every model once', async () => {
  const slugs: string[] = [];
  let address: string | undefined =
    '/api/v1/models?limit=2&sortBy=name&provider=borealis,aurora-labs';
  while (address) {
    const response = await app.request(address);
    const { data } = (await response.json()) as { data: { slug: string }[] };
    slugs.push(...data.map(({ slug }) => slug));
    address = /<([^>]*)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1];
  }
  expect(slugs).toHaveLength(5);
  expect(new Set(slugs).size).toBe(5);
});
