import { afterAll, describe, expect, test } from 'vitest';
import { liveApp } from '../live-app.ts';

const { app, services, close } = await liveApp({ now: () => new Date('2026-03-31T12:00:00Z') });
afterAll(close);

await services.writes.write([
  `INSERT INTO views (day, model, count) VALUES
    ('2026-03-31', 'aurora-1', 10),
    ('2026-03-24', 'aurora-1', 8),
    ('2026-03-25', 'aurora-2', 30),
    ('2026-03-02', 'borealis-7b', 4),
    ('2026-03-01', 'borealis-7b', 1000),
    ('2026-03-31', 'aurora-3-preview', 10),
    ('2026-03-31', 'gone-from-the-catalog', 99)`,
  `INSERT INTO users (id, issuer, subject, created_at) VALUES
    (1, 'i', 'ada', '2026-01-01T00:00:00.000Z'), (2, 'i', 'bob', '2026-01-01T00:00:00.000Z')`,
  `INSERT INTO follows (user_id, model, followed_at) VALUES
    (1, 'borealis-next', '2026-03-31T11:00:00.000Z'),
    (2, 'borealis-next', '2026-03-24T00:00:00.000Z')`,
]);

async function popular(query: string) {
  const response = await app.request(`/api/v1/models/popular?${query}`);
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as {
    data: { slug: string; score: number; viewCount: number; followCount: number }[];
  };
  return data.map(({ slug, score, viewCount, followCount }) => [
    slug,
    score,
    viewCount,
    followCount,
  ]);
}

describe('a window counts its days, today included, each halved for seven days past', () => {
  const today = [
    ['borealis-next', 20, 0, 1],
    ['aurora-1', 10, 10, 0],
    ['aurora-3-preview', 10, 10, 0],
  ];
  test('day', async () => {
    expect(await popular('window=day')).toEqual(today);
  });

  test('week, which is what is meant without one', async () => {
    const week = [today[0], ['aurora-2', 16.561, 30, 0], today[1], today[2]];
    expect(await popular('window=week')).toEqual(week);
    expect(await popular('')).toEqual(week);
  });

  test('month', async () => {
    expect(await popular('window=month')).toEqual([
      ['borealis-next', 30, 0, 2],
      ['aurora-2', 16.561, 30, 0],
      ['aurora-1', 14, 18, 0],
      ['aurora-3-preview', 10, 10, 0],
      ['borealis-7b', 0.226, 4, 0],
    ]);
  });

  test('all', async () => {
    const [first] = await popular('window=all');
    expect(first).toEqual(['borealis-7b', 51.497, 1004, 0]);
  });
});

test.each([
  ['limit=1', ['borealis-next']],
  ['limit=2', ['borealis-next', 'aurora-2']],
  ['limit=100', ['borealis-next', 'aurora-2', 'aurora-1', 'aurora-3-preview']],
])('%s gives that many of the models in the catalog', async (query, slugs) => {
  expect((await popular(query)).map(([slug]) => slug)).toEqual(slugs);
});

test('without views and follows nothing is popular', async () => {
  const quiet = await liveApp();
  const response = await quiet.app.request('/api/v1/models/popular');
  expect(await response.json()).toEqual({ data: [] });
  await quiet.close();
});
