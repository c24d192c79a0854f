import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../api/db/open.ts';
import { temporaryDatabase } from './temporary-database.ts';

const noon = "'2026-01-01T12:00:00Z'";

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
    ['feed_keys', 1],
    ['follows', 1],
    ['item_editions', 1],
    ['item_models', 1],
    ['item_places', 1],
    ['items', 1],
    ['listings', 1],
    ['migrations', 1],
    ['model_counts', 1],
    ['secrets', 1],
    ['sessions', 1],
    ['source_states', 1],
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
  ['an item of no kind', item({ kind: "'rumours'" })],
  ['an item without a title', item({ title: "''" })],
  ['an item at a day without a time', item({ published_at: "'2026-01-01'" })],
  ['news that are closed', item({ closed_at: noon, closed_edition: '1' })],
  ['a job that is closed in no edition', item({ kind: "'jobs'", company: "'A'", closed_at: noon })],
  ['a job of no company', item({ kind: "'jobs'" })],
  ['news of a company', item({ company: "'A'" })],
  [
    'a place of no item',
    "INSERT INTO item_places (source, kind, external_id, item, url) VALUES ('a', 'news', '1', 9, 'u')",
  ],
  [
    'a link of no item',
    "INSERT INTO item_models VALUES (9, 'aurora-1', 'model', '', 1, 'It is.', 'stated')",
  ],
  [
    'a link of no level',
    `${item({})}; INSERT INTO item_models VALUES (1, 'aurora-1', 'company', '', 1, 'It is.', 'stated')`,
  ],
  [
    'a link more than sure',
    `${item({})}; INSERT INTO item_models VALUES (1, 'aurora-1', 'model', '', 1.1, 'It is.', 'stated')`,
  ],
  [
    'a list of no kind',
    `${item({})}; INSERT INTO listings VALUES ('tag', 'a', 'news', '2026', 1, 1, NULL)`,
  ],
  ['a second edition', 'INSERT INTO item_editions VALUES (2, 1)'],
  ['a feed key of nobody', "INSERT INTO feed_keys VALUES (9, 'hash', '2026')"],
  ['a count below 0', 'UPDATE model_counts SET view_count = -1'],
])('%s cannot be written', async (_, sql) => {
  const statements = sql.split(';');
  await expect(database.batch(statements, 'write')).rejects.toMatchObject({
    code: expect.stringMatching(/^SQLITE_CONSTRAINT/),
  });
});

/** Writes an item that is right but for what is given. */
function item(wrong: Readonly<Record<string, string>>): string {
  const right = {
    id: "'a'",
    kind: "'news'",
    url: "'https://a.example'",
    url_key: "'a.example'",
    title: "'A'",
    first_seen_at: noon,
    updated_at: noon,
    edition: '1',
    linked_with: "'v1'",
  };
  const columns = { ...right, ...wrong };
  return `INSERT INTO items (${Object.keys(columns)}) VALUES (${Object.values(columns)})`;
}

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
