import { beforeEach, expect, test } from 'vitest';
import { board, job, rowsOf, storeOn, type TestStore, temporaryStore } from './item-store.ts';

let told: TestStore;
beforeEach(async () => {
  told = await temporaryStore();
});

const all = { isComplete: true };
const part = { isComplete: false };
const other = { id: 'other-board', kind: 'jobs' } as const;
const platform = { id: 'platform', kind: 'jobs' } as const;

const two = [job(), job({ externalId: '2', url: 'https://jobs.example/2' })];

const open = async () =>
  (
    await rowsOf(
      told.parts.database,
      'SELECT url FROM items WHERE closed_at IS NULL ORDER BY number',
    )
  ).map(({ url }) => String(url).at(-1));

const jobCount = async () =>
  (await rowsOf(told.parts.database, 'SELECT job_count FROM model_counts'))[0]?.['job_count'];

test('a job that left its complete board is closed, at that instant, and counts no more', async () => {
  await told.store(board, two, all);
  expect(await jobCount()).toBe(2);
  const later = storeOn(told.parts.database, { now: '2026-03-09T00:00:00.000Z' });
  expect(await later.store(board, two.slice(1), all)).toMatchObject({ unchanged: 1, closed: 1 });
  expect(
    await rowsOf(told.parts.database, 'SELECT closed_at, updated_at FROM items WHERE number = 1'),
  ).toEqual([{ closed_at: '2026-03-09T00:00:00.000Z', updated_at: '2026-03-09T00:00:00.000Z' }]);
  expect(await jobCount()).toBe(1);
});

test('a job is closed once, however long it stays away', async () => {
  await told.store(board, two, all);
  await told.store(board, two.slice(1), all);
  expect(await told.store(board, two.slice(1), all)).toMatchObject({ closed: 0, unchanged: 1 });
});

test('a job that returns is open again, and keeps its id', async () => {
  await told.store(board, two, all);
  const [before] = await rowsOf(told.parts.database, 'SELECT id FROM items WHERE number = 1');
  await told.store(board, [], all);
  expect(await open()).toEqual([]);
  expect(await told.store(board, two, all)).toMatchObject({ created: 0, updated: 2, closed: 0 });
  expect(await open()).toEqual(['1', '2']);
  expect(await jobCount()).toBe(2);
  expect(await rowsOf(told.parts.database, 'SELECT id FROM items WHERE number = 1')).toEqual([
    before,
  ]);
});

test('an answer that is not the whole board closes nothing', async () => {
  await told.store(board, two, all);
  expect(await told.store(board, [], part)).toMatchObject({ closed: 0 });
  expect(await open()).toEqual(['1', '2']);
});

test('a part of the board that names a closed job opens it', async () => {
  await told.store(board, two, all);
  await told.store(board, [], all);
  await told.store(board, two.slice(0, 1), part);
  expect(await open()).toEqual(['1']);
});

test('what came of no complete board is closed by none', async () => {
  await told.store(board, two, part);
  await told.store(board, [], all);
  expect(await open()).toEqual(['1', '2']);
});

test('an empty board closes all its jobs, and no others', async () => {
  await told.store(board, two, all);
  await told.store(other, [job({ url: 'https://other.example/9' })], all);
  expect(await told.store(board, [], all)).toMatchObject({ closed: 2 });
  expect(await open()).toEqual(['9']);
});

test('a job on two boards is open until it has left both', async () => {
  await told.store(board, two, all);
  await told.store(other, two, all);
  expect(await told.store(board, [], all)).toMatchObject({ closed: 0 });
  expect(await told.store(other, two.slice(1), all)).toMatchObject({ closed: 1 });
  expect(await open()).toEqual(['2']);
});

test('a platform that passes a job on does not keep it open beyond its board', async () => {
  await told.store(board, two, all);
  await told.store(platform, two, part);
  expect(await told.store(board, [], all)).toMatchObject({ closed: 2 });
  await told.store(platform, two, part);
  expect(await open()).toEqual([]);
});

test('a refused job is on the board all the same, and is not closed', async () => {
  await told.store(board, two, all);
  const future = job({ publishedAt: '2030-01-01T00:00:00Z' });
  expect(await told.store(board, [future, ...two.slice(1)], all)).toMatchObject({ closed: 0 });
  expect(await open()).toEqual(['1', '2']);
});

test('news that leave a feed stay', async () => {
  const feed = { id: 'blog', kind: 'news' } as const;
  const article = { externalId: '1', url: 'https://blog.example/1', title: 'Aurora 1' };
  await told.store(feed, [article], all);
  expect(await told.store(feed, [], all)).toMatchObject({ closed: 0 });
  expect(await open()).toEqual(['1']);
});
