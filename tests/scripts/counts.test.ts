import { execFile } from 'node:child_process';
import { beforeEach, expect, test } from 'vitest';
import { noCounts, readCounts } from '../../api/db/counts.ts';
import { changeFollow } from '../../api/db/follows.ts';
import type { Database } from '../../api/db/open.ts';
import { userIdOf } from '../../api/db/users.ts';
import { addViews } from '../../api/db/views.ts';
import { WriteQueue } from '../../api/db/write-queue.ts';
import { opened, temporaryUrl } from '../api/db/temporary-database.ts';

const now = new Date('2026-03-01T12:00:00Z');
let url: string;
let database: Database;
beforeEach(async () => {
  url = await temporaryUrl();
  database = await opened(url);
  const writes = new WriteQueue(database);
  const userId = await userIdOf(database, writes, { issuer: 'issuer', subject: 'ada', now });
  await changeFollow(writes, 'follow', { userId, model: 'aurora-1', now });
  await addViews(writes, [
    { day: '2026-03-01', model: 'aurora-1', count: 3 },
    { day: '2026-03-02', model: 'aurora-1', count: 4 },
    { day: '2026-03-01', model: 'aurora-2', count: 5 },
  ]);
});

function counts(args: readonly string[] = [], env = {}) {
  const { promise, resolve } = Promise.withResolvers<{
    readonly code: unknown;
    readonly stdout: string;
    readonly stderr: string;
  }>();
  execFile(
    process.execPath,
    ['scripts/counts.ts', ...args],
    { env: { ...process.env, LIBSQL_URL: url, ...env } },
    (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
  );
  return promise;
}

/** Writes counts past the triggers, as a fault of ours would. */
const spoil = () =>
  database.batch(
    [
      "UPDATE model_counts SET view_count = 9, follow_count = 0 WHERE model = 'aurora-1'",
      "DELETE FROM model_counts WHERE model = 'aurora-2'",
      "INSERT INTO model_counts (model, view_count, follow_count) VALUES ('long-gone', 1, 2)",
    ],
    'write',
  );

test('counts that are right are told so, with exit status 0', async () => {
  expect(await counts()).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "Every stored count is what counting anew gives.
    ",
    }
  `);
});

test('each model whose counts differ is named with both, with exit status 1', async () => {
  await spoil();
  expect(await counts()).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "aurora-1: stored 9 views, 0 follows, 0 news, 0 discussions, 0 jobs; counted 7 views, 1 follows, 0 news, 0 discussions, 0 jobs
    aurora-2: stored 0 views, 0 follows, 0 news, 0 discussions, 0 jobs; counted 5 views, 0 follows, 0 news, 0 discussions, 0 jobs
    long-gone: stored 1 views, 2 follows, 0 news, 0 discussions, 0 jobs; counted 0 views, 0 follows, 0 news, 0 discussions, 0 jobs
    ",
    }
  `);
});

test('a comparison changes nothing', async () => {
  await spoil();
  const before = await readCounts(database);
  await counts();
  expect(await readCounts(database)).toEqual(before);
});

test('a repair says what it set right, with exit status 0, and leaves nothing to repair', async () => {
  await spoil();
  expect(await counts(['--repair'])).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "aurora-1: stored 9 views, 0 follows, 0 news, 0 discussions, 0 jobs; counted 7 views, 1 follows, 0 news, 0 discussions, 0 jobs
    aurora-2: stored 0 views, 0 follows, 0 news, 0 discussions, 0 jobs; counted 5 views, 0 follows, 0 news, 0 discussions, 0 jobs
    long-gone: stored 1 views, 2 follows, 0 news, 0 discussions, 0 jobs; counted 0 views, 0 follows, 0 news, 0 discussions, 0 jobs
    Set these to what was counted.
    ",
    }
  `);
  expect(await readCounts(database)).toEqual(
    new Map([
      ['aurora-1', { ...noCounts, viewCount: 7, followCount: 1 }],
      ['aurora-2', { ...noCounts, viewCount: 5 }],
    ]),
  );
  expect((await counts()).code).toBe(0);
});

test('a repair of counts that are right changes nothing', async () => {
  const before = await readCounts(database);
  expect(await counts(['--repair'])).toMatchObject({ code: 0 });
  expect(await readCounts(database)).toEqual(before);
});

test('help is printed with exit status 0', async () => {
  expect(await counts(['--help'])).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "Counts views, follows and items anew and compares with the stored counts.

    npm run counts [-- --repair]

      --repair  sets the stored counts to what was counted

    Exit status: 0 equal or repaired, 1 different, 2 could not run.
    ",
    }
  `);
});

test.each([
  ['an unknown option', ['--mend'], {}],
  ['a setting that is wrong', [], { LIBSQL_URL: 'data/tracker.db' }],
  ['a folder that cannot be', [], { LIBSQL_URL: 'file:/dev/null/tracker.db' }],
])('with %s it cannot run: exit status 2 and nothing on standard output', async (_, args, env) => {
  expect(await counts(args, env)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/--mend|LIBSQL_URL|\/dev\/null/),
  });
});

test('a database of a newer version cannot be counted', async () => {
  await database.execute(
    "INSERT INTO migrations VALUES (999, '999-later.sql', 'any', '2030-01-01')",
  );
  const { code, stderr } = await counts(['--repair']);
  expect(code).toBe(2);
  expect(stderr).toContain('The database was migrated to 999');
});

test('a database server that does not answer is named, without the secrets of its address', async () => {
  const told = await counts([], { LIBSQL_URL: 'http://127.0.0.1:1?authToken=secret' });
  expect(told).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "The database at http://127.0.0.1:1 cannot be reached; LIBSQL_URL names it.
    ",
      "stdout": "",
    }
  `);
});
