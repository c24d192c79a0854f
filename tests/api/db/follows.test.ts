import { beforeEach, expect, test } from 'vitest';
import { countDifferences, readCounts } from '../../../api/db/counts.ts';
import { changeFollow, followedModels, followState } from '../../../api/db/follows.ts';
import type { Database } from '../../../api/db/open.ts';
import { eraseUser, userIdOf } from '../../../api/db/users.ts';
import { WriteQueue } from '../../../api/db/write-queue.ts';
import { temporaryDatabase } from './temporary-database.ts';

const now = new Date('2026-03-01T12:00:00Z');
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

const change = (kind: 'follow' | 'unfollow' | 'toggle', userId = ada, model = 'aurora-1') =>
  changeFollow(writes, kind, { userId, model, now });

test('the subject of one issuer is one user, of another issuer another', async () => {
  const again = { issuer: 'issuer', subject: 'ada', now };
  expect(await userIdOf(database, writes, again)).toBe(ada);
  expect(await userIdOf(database, writes, { ...again, issuer: 'other' })).not.toBe(ada);
});

test.each([
  ['follow', 'not', { isFollowing: true, followCount: 1 }],
  ['follow', 'already', { isFollowing: true, followCount: 1 }],
  ['unfollow', 'not', { isFollowing: false, followCount: 0 }],
  ['unfollow', 'already', { isFollowing: false, followCount: 0 }],
  ['toggle', 'not', { isFollowing: true, followCount: 1 }],
  ['toggle', 'already', { isFollowing: false, followCount: 0 }],
] as const)(
  'a %s by a user who does %s follow tells the new state',
  async (kind, before, state) => {
    if (before === 'already') await change('follow');
    expect(await change(kind)).toEqual(state);
    expect(await followState(database, ada, 'aurora-1')).toEqual(state);
    expect(await countDifferences(database)).toEqual([]);
  },
);

test('two users count as two, and each has a state of their own', async () => {
  await change('follow', ada);
  expect(await change('follow', ben)).toEqual({ isFollowing: true, followCount: 2 });
  expect(await change('unfollow', ada)).toEqual({ isFollowing: false, followCount: 1 });
  expect(await followState(database, ben, 'aurora-1')).toEqual({
    isFollowing: true,
    followCount: 1,
  });
});

test('a follow that is undone takes its count with it', async () => {
  const transaction = await database.transaction('write');
  await transaction.execute({
    sql: 'INSERT INTO follows (user_id, model, followed_at) VALUES (?, ?, ?)',
    args: [ada, 'aurora-1', now.toISOString()],
  });
  const counted = await transaction.execute('SELECT follow_count FROM model_counts');
  expect(counted.rows[0]?.['follow_count']).toBe(1);
  await transaction.rollback();
  expect(await followState(database, ada, 'aurora-1')).toEqual({
    isFollowing: false,
    followCount: 0,
  });
  expect(await readCounts(database)).toEqual(new Map());
});

test('changes asked for in one turn are done in their order', async () => {
  const kinds = ['toggle', 'toggle', 'toggle', 'follow', 'toggle', 'unfollow', 'toggle'] as const;
  const states = await Promise.all(kinds.map((kind) => change(kind)));
  expect(states.map(({ isFollowing }) => isFollowing)).toEqual([
    true,
    false,
    true,
    true,
    false,
    false,
    true,
  ]);
});

test('a toggle that shares its commit with changes of others turns only its own', async () => {
  await change('follow', ben);
  const states = await Promise.all([
    change('unfollow', ben),
    change('toggle', ada),
    change('toggle', ben),
  ]);
  expect(states).toEqual([
    { isFollowing: false, followCount: 0 },
    { isFollowing: true, followCount: 1 },
    { isFollowing: true, followCount: 2 },
  ]);
});

test('followed models come newest follow first, those of one moment by slug', async () => {
  const later = new Date('2026-03-02T12:00:00Z');
  await change('follow', ada, 'borealis-7b');
  await change('follow', ada, 'aurora-2');
  await change('follow', ben, 'aurora-3-preview');
  await changeFollow(writes, 'follow', { userId: ada, model: 'aurora-1', now: later });
  expect(await followedModels(database, ada)).toEqual([
    { model: 'aurora-1', followedAt: later.toISOString() },
    { model: 'aurora-2', followedAt: now.toISOString() },
    { model: 'borealis-7b', followedAt: now.toISOString() },
  ]);
});

test('an account that is erased takes its follows off the counts, and its sessions with it', async () => {
  await change('follow', ada, 'aurora-1');
  await change('follow', ada, 'aurora-2');
  await change('follow', ben, 'aurora-1');
  await database.execute({
    sql: "INSERT INTO sessions VALUES ('one', ?, '2026-04-01')",
    args: [ada],
  });
  await eraseUser(writes, ada);
  expect(await countDifferences(database)).toEqual([]);
  const { rows } = await database.execute(
    'SELECT (SELECT count(*) FROM users) AS users, (SELECT count(*) FROM follows) AS follows, (SELECT count(*) FROM sessions) AS sessions',
  );
  expect({ ...rows[0] }).toEqual({ users: 1, follows: 1, sessions: 0 });
  expect((await readCounts(database)).get('aurora-1')?.followCount).toBe(1);
  expect((await readCounts(database)).get('aurora-2')?.followCount).toBe(0);
});

test('a follow of a user who was just erased fails alone', async () => {
  await eraseUser(writes, ada);
  const [ofAda, ofBen] = await Promise.allSettled([change('follow', ada), change('follow', ben)]);
  expect(ofAda).toMatchObject({
    status: 'rejected',
    reason: { code: expect.stringMatching(/^SQLITE_CONSTRAINT/) },
  });
  expect(ofBen).toEqual({ status: 'fulfilled', value: { isFollowing: true, followCount: 1 } });
});
