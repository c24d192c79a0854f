import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { countDifferences } from '../../api/db/counts.ts';
import { addViews } from '../../api/db/views.ts';
import { type LiveApp, liveApp, signedInAs } from './live-app.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp();
});
afterEach(() => live.close());

const browser = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0';
const countsShape = z.object({ data: z.object({ viewCount: z.int(), followCount: z.int() }) });

async function shown({ app }: LiveApp, slug = 'aurora-1') {
  const { data } = countsShape.parse(await (await app.request(`/api/v1/models/${slug}`)).json());
  return { viewCount: data.viewCount, followCount: data.followCount };
}

const view = ({ app }: LiveApp, userAgent = browser) =>
  app.request('/api/v1/models/aurora-1/views', {
    method: 'POST',
    headers: { 'User-Agent': userAgent },
  });

const follow = async ({ app }: LiveApp, user: string, method = 'PUT') =>
  app.request('/api/v1/models/aurora-1/follow', { method, headers: await signedInAs(user) });

/** A second process’s application on the same database. */
async function besides({ databaseUrl }: LiveApp): Promise<LiveApp> {
  const other = await liveApp({ env: { LIBSQL_URL: databaseUrl } });
  onTestFinished(() => other.close());
  return other;
}

test('a model that nobody looked at has counts of 0', async () => {
  expect(await shown(live)).toEqual({ viewCount: 0, followCount: 0 });
});

test('one’s own view and follow show at once', async () => {
  await view(live);
  await follow(live, 'ada');
  expect(await shown(live)).toEqual({ viewCount: 1, followCount: 1 });
  await follow(live, 'ada', 'DELETE');
  expect(await shown(live)).toEqual({ viewCount: 1, followCount: 0 });
});

test('what another process on the database counted shows within two seconds', async () => {
  const other = await besides(live);
  await view(other);
  await follow(other, 'ada');
  expect(await shown(live)).toEqual({ viewCount: 0, followCount: 0 });
  await vi.waitFor(
    async () => expect(await shown(live)).toEqual({ viewCount: 1, followCount: 1 }),
    { timeout: 2500, interval: 100 },
  );
});

test('a follow tells the count of every process', async () => {
  const other = await besides(live);
  await follow(other, 'ada');
  expect(await (await follow(live, 'ben')).json()).toEqual({
    data: { isFollowing: true, followCount: 2 },
  });
  expect((await shown(live)).followCount).toBe(2);
});

test('a view that comes while others are being written stays in the count that is shown', async () => {
  const { database, counts } = live.services;
  const batch = database.batch.bind(database);
  vi.spyOn(database, 'batch').mockImplementationOnce(async (statements, mode) => {
    await view(live, `${browser} of another reader`);
    return batch(statements, mode);
  });
  await view(live);
  await counts.stop();
  expect(await shown(live)).toEqual({ viewCount: 2, followCount: 0 });
  await counts.stop();
  expect(await shown(live)).toEqual({ viewCount: 2, followCount: 0 });
  expect(await countDifferences(database)).toEqual([]);
});

test('many views of a second are one statement and one commit', async () => {
  const batch = vi.spyOn(live.services.database, 'batch');
  for (let reader = 0; reader < 100; reader += 1) await view(live, `${browser} ${reader}`);
  await live.services.counts.stop();
  const sizes = batch.mock.calls.map(([statements]) => statements.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2);
  expect(await shown(live)).toEqual({ viewCount: 100, followCount: 0 });
  expect(await countDifferences(live.services.database)).toEqual([]);
});

test('views that could not be written are logged, still shown, and written later', async () => {
  const { database } = live.services;
  await database.execute(
    "CREATE TRIGGER refusal BEFORE INSERT ON views BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
  );
  await view(live);
  await expect.poll(() => live.lines.join('\n')).toContain('views-not-written');
  expect((await shown(live)).viewCount).toBe(1);
  await database.execute('DROP TRIGGER refusal');
  await live.services.counts.stop();
  const { rows } = await database.execute('SELECT model, count FROM views');
  expect(rows.map((row) => ({ ...row }))).toEqual([{ model: 'aurora-1', count: 1 }]);
});

test('rows of a model that is not in the catalog stay, and nothing shows them', async () => {
  const { database, writes } = live.services;
  await addViews(writes, [{ day: '2026-01-01', model: 'long-gone', count: 7 }]);
  await live.services.counts.stop();
  expect((await live.app.request('/api/v1/models/long-gone')).status).toBe(404);
  expect((await live.app.request('/api/v1/models/popular?window=all')).status).toBe(200);
  expect((await database.execute('SELECT count FROM views')).rows[0]?.['count']).toBe(7);
});
