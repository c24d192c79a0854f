import { beforeEach, expect, test } from 'vitest';
import { adoptAliases, countDifferences, noCounts, readCounts } from '../../../api/db/counts.ts';
import { changeFollow, followedModels, followState } from '../../../api/db/follows.ts';
import type { Database } from '../../../api/db/open.ts';
import { userIdOf } from '../../../api/db/users.ts';
import { addViews } from '../../../api/db/views.ts';
import { WriteQueue } from '../../../api/db/write-queue.ts';
import { temporaryDatabase } from './temporary-database.ts';

const now = new Date('2026-03-01T12:00:00Z');
const aliases = new Map([
  ['aurora-one', 'aurora-1'],
  ['aurora-1-classic', 'aurora-1'],
]);
let database: Database;
let writes: WriteQueue;
let ada: bigint;
let ben: bigint;
beforeEach(async () => {
  database = await temporaryDatabase();
  writes = new WriteQueue(database);
  ada = await userIdOf(database, writes, { issuer: 'issuer', subject: 'ada', now });
  ben = await userIdOf(database, writes, { issuer: 'issuer', subject: 'ben', now });
});

const follow = (userId: bigint, model: string) =>
  changeFollow(writes, 'follow', { userId, model, now });
const adopt = () => adoptAliases(database, writes, aliases);

test('what was counted under an alias counts for its model', async () => {
  await follow(ada, 'aurora-one');
  await addViews(writes, [{ day: '2026-03-01', model: 'aurora-one', count: 5 }]);
  await adopt();
  expect(await readCounts(database)).toEqual(
    new Map([['aurora-1', { ...noCounts, viewCount: 5, followCount: 1 }]]),
  );
  expect(await followState(database, ada, 'aurora-1')).toEqual({
    isFollowing: true,
    followCount: 1,
  });
  expect(await countDifferences(database)).toEqual([]);
});

test('one user who follows a model and its aliases is one follow, and a day’s views are added up', async () => {
  await follow(ada, 'aurora-1');
  await follow(ada, 'aurora-one');
  await follow(ada, 'aurora-1-classic');
  await follow(ben, 'aurora-1-classic');
  await addViews(writes, [
    { day: '2026-03-01', model: 'aurora-1', count: 1 },
    { day: '2026-03-01', model: 'aurora-one', count: 10 },
    { day: '2026-03-01', model: 'aurora-1-classic', count: 100 },
    { day: '2026-03-02', model: 'aurora-one', count: 1000 },
  ]);
  await adopt();
  expect(await readCounts(database)).toEqual(
    new Map([['aurora-1', { ...noCounts, viewCount: 1111, followCount: 2 }]]),
  );
  const { rows } = await database.execute('SELECT day, model, count FROM views ORDER BY day');
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { day: '2026-03-01', model: 'aurora-1', count: 111 },
    { day: '2026-03-02', model: 'aurora-1', count: 1000 },
  ]);
  expect(await followedModels(database, ada)).toHaveLength(1);
  expect(await countDifferences(database)).toEqual([]);
});

test('adopting again changes nothing', async () => {
  await follow(ada, 'aurora-one');
  await adopt();
  const counts = await readCounts(database);
  await adopt();
  expect(await readCounts(database)).toEqual(counts);
});

test('a model that is in no catalog keeps its rows', async () => {
  await follow(ada, 'long-gone');
  await addViews(writes, [{ day: '2026-03-01', model: 'long-gone', count: 2 }]);
  await adopt();
  expect(await readCounts(database)).toEqual(
    new Map([['long-gone', { ...noCounts, viewCount: 2, followCount: 1 }]]),
  );
});
