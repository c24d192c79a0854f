import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../api/db/open.ts';
import { temporaryDatabase } from './temporary-database.ts';

let database: Database;
beforeEach(async () => {
  database = await temporaryDatabase();
  await database.batch(
    [
      "INSERT INTO users (id, issuer, subject, created_at) VALUES (1, 'issuer', 'ada', '2026-01-01')",
      "INSERT INTO views (day, model, count) VALUES ('2026-01-01', 'aurora-1', 1)",
    ],
    'write',
  );
});

test('every table is STRICT', async () => {
  const { rows } = await database.execute(
    "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  expect(rows.map((row) => [row['name'], row['strict']])).toEqual([
    ['follows', 1],
    ['migrations', 1],
    ['model_counts', 1],
    ['secrets', 1],
    ['sessions', 1],
    ['users', 1],
    ['views', 1],
  ]);
});

test.each([
  ['a follow by nobody', "INSERT INTO follows VALUES (9, 'aurora-1', '2026-01-01')"],
  ['a second follow of a model', follow(1, 2)],
  ['a session of nobody', "INSERT INTO sessions VALUES ('id', 9, '2026-01-01')"],
  ['a user known already', "INSERT INTO users VALUES (2, 'issuer', 'ada', '2026-01-01')"],
  ['no views', "INSERT INTO views VALUES ('2026-01-02', 'aurora-1', 0)"],
  ['views that are text', "INSERT INTO views VALUES ('2026-01-02', 'aurora-1', 'many')"],
  ['a day with a time', "INSERT INTO views VALUES ('2026-01-02T10:00', 'aurora-1', 1)"],
  ['a day that is none', "INSERT INTO views VALUES ('yesterday-x', 'aurora-1', 1)"],
  ['views of no model', "INSERT INTO views VALUES ('2026-01-02', NULL, 1)"],
  ['a count below 0', 'UPDATE model_counts SET view_count = -1'],
])('%s cannot be written', async (_, sql) => {
  const statements = sql.split(';');
  await expect(database.batch(statements, 'write')).rejects.toMatchObject({
    code: expect.stringMatching(/^SQLITE_CONSTRAINT/),
  });
});

function follow(userId: number, times: number): string {
  return Array.from(
    { length: times },
    () => `INSERT INTO follows VALUES (${userId}, 'aurora-1', '2026-01-01')`,
  ).join(';');
}

test('foreign keys hold on every connection of the pool, and each commit is flushed', async () => {
  const transactions = await Promise.all(
    Array.from({ length: 5 }, () => database.transaction('read')),
  );
  try {
    const pragmas = transactions.map(async (transaction) => [
      (await transaction.execute('PRAGMA foreign_keys')).rows[0]?.['foreign_keys'],
      (await transaction.execute('PRAGMA synchronous')).rows[0]?.['synchronous'],
      (await transaction.execute('PRAGMA journal_mode')).rows[0]?.['journal_mode'],
    ]);
    // 2 is FULL.
    expect(await Promise.all(pragmas)).toEqual(transactions.map(() => [1, 2, 'wal']));
  } finally {
    for (const transaction of transactions) transaction.close();
  }
});
