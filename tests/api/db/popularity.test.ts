import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { changeFollow } from '../../../api/db/follows.ts';
import { userIdOf } from '../../../api/db/users.ts';
import { addViews } from '../../../api/db/views.ts';
import { type LiveApp, liveApp, signedInAs } from '../live-app.ts';

// The last moment of the day, so that every window ends with a whole one.
const now = new Date('2026-03-08T23:59:59.999Z');
let live: LiveApp;
beforeAll(async () => {
  live = await liveApp({ now: () => now });
});
afterAll(() => live.close());
beforeEach(async () => {
  await live.services.database.batch(['DELETE FROM views', 'DELETE FROM users'], 'write');
});

const viewed = (model: string, day: string, count = 1) =>
  addViews(live.services.writes, [{ model, day, count }]);

async function followed(model: string, at: string, user = 'ada'): Promise<void> {
  const { database, writes } = live.services;
  const userId = await userIdOf(database, writes, { issuer: 'issuer', subject: user, now });
  await changeFollow(writes, 'follow', { userId, model, now: new Date(at) });
}

const answerShape = z.object({
  data: z.array(
    z.object({
      slug: z.string(),
      score: z.number(),
      viewCount: z.number(),
      followCount: z.number(),
    }),
  ),
});

async function popular(query: string) {
  // What anybody may see is remembered for a second; with a token it is asked for anew.
  const headers = await signedInAs('reader');
  const response = await live.app.request(`/api/v1/models/popular?${query}`, { headers });
  return answerShape.parse(await response.json()).data;
}

const slugs = async (query: string) => (await popular(query)).map(({ slug }) => slug);

test('a day’s views and twenty for each follow count half for every 7 days past', async () => {
  await viewed('aurora-1', '2026-03-08', 8);
  await viewed('aurora-1', '2026-03-01', 8);
  await followed('aurora-1', '2026-03-01T00:00:00Z', 'ada');
  await followed('aurora-1', '2026-02-22T23:59:59.999Z', 'ben');
  await viewed('aurora-2', '2026-03-07', 10);
  expect(await popular('window=month')).toMatchObject([
    // 8 + (8 + 20) / 2 + 20 / 4
    { slug: 'aurora-1', score: 27, viewCount: 16, followCount: 2 },
    // 10 × 0.5 ^ (1 / 7) = 10 × 0.905724…
    { slug: 'aurora-2', score: 9.057, viewCount: 10, followCount: 0 },
  ]);
});

describe.each([
  ['day', '2026-03-08', '2026-03-07'],
  ['week', '2026-03-02', '2026-03-01'],
  ['month', '2026-02-07', '2026-02-06'],
])('the window %s', (window, first, before) => {
  test(`begins with the views of ${first}`, async () => {
    await viewed('aurora-1', first);
    await viewed('aurora-2', before);
    expect(await slugs(`window=${window}`)).toEqual(['aurora-1']);
  });

  test(`begins with the follows of ${first}, from its first moment`, async () => {
    await followed('aurora-1', `${first}T00:00:00.000Z`);
    await followed('aurora-2', `${before}T23:59:59.999Z`);
    expect(await slugs(`window=${window}`)).toEqual(['aurora-1']);
  });

  test('ends with today', async () => {
    await viewed('aurora-1', '2026-03-08');
    await followed('aurora-2', now.toISOString());
    expect(await slugs(`window=${window}`)).toEqual(['aurora-2', 'aurora-1']);
  });
});

test('the window all leaves nothing out', async () => {
  await viewed('aurora-1', '2020-01-01', 3);
  await followed('aurora-1', '2021-01-01T00:00:00Z');
  expect(await popular('window=all')).toMatchObject([
    { slug: 'aurora-1', score: 0, viewCount: 3, followCount: 1 },
  ]);
});

test('a week is the window where none is asked for', async () => {
  await viewed('aurora-1', '2026-03-02');
  await viewed('aurora-2', '2026-03-01');
  expect(await slugs('')).toEqual(['aurora-1']);
});

test('equal scores come by slug, however they add up', async () => {
  // Each is worth 1 today: 2^n views, n half-lives ago.
  await viewed('borealis-7b', '2026-02-15', 8);
  await viewed('aurora-2', '2026-03-01', 2);
  await viewed('aurora-1', '2026-03-08', 1);
  await viewed('aurora-3-preview', '2026-02-22', 4);
  const expected = ['aurora-1', 'aurora-2', 'aurora-3-preview', 'borealis-7b'];
  expect(await slugs('window=month')).toEqual(expected);
  expect(new Set((await popular('window=month')).map(({ score }) => score))).toEqual(new Set([1]));
});

test('a model that has left the catalog takes no place of the limit', async () => {
  await viewed('long-gone', '2026-03-08', 100);
  await viewed('aurora-2', '2026-03-08', 2);
  await viewed('aurora-1', '2026-03-08', 1);
  expect(await slugs('limit=2')).toEqual(['aurora-2', 'aurora-1']);
  expect(await slugs('limit=1')).toEqual(['aurora-2']);
});

test('what nobody looked at or follows is not in the list', async () => {
  expect(await popular('window=all')).toEqual([]);
});
