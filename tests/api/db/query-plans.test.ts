import { createClient, type InArgs, type InStatement, type ResultSet } from '@libsql/client';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { declaredRoutes } from '../../../api/api-routes.ts';
import type { Database } from '../../../api/db/open.ts';
import { userIdOf } from '../../../api/db/users.ts';
import { type LiveApp, liveApp, publicUrl, signedInAs } from '../live-app.ts';

// What may be read whole, and why.
const readWhole: Readonly<Record<string, string>> = {
  counted: 'no table: the rows of the window, which popularity found by index and sums',
  migrations: 'a row for each file of api/db/migrations, read by /readyz',
  model_counts: 'read into memory once a second, by no request',
};

let live: LiveApp;
let database: Database;
const statements = new Map<string, InArgs>();
const driven = new Set<string>();

beforeAll(async () => {
  live = await liveApp();
  record(live.services.database, statements);
  for (const { method, path } of declaredRoutes) await drive(method.toUpperCase(), path);
  await live.app.request('/readyz');
  // The views that were counted are written at the end.
  await live.stop();
  database = createClient({ url: live.databaseUrl });
});
afterAll(async () => {
  database.close();
  await live.close();
});

/** Keeps every statement that a database is given, with its arguments. */
function record(of: Database, kept: Map<string, InArgs>): void {
  const execute: (statement: InStatement) => Promise<ResultSet> = of.execute.bind(of);
  const batch = of.batch.bind(of);
  const keep = (statement: InStatement | [string, InArgs?]) => {
    if (typeof statement === 'string') kept.set(statement, []);
    else if (Array.isArray(statement)) kept.set(statement[0], statement[1] ?? []);
    else kept.set(statement.sql, statement.args ?? []);
  };
  of.execute = (statement: InStatement) => {
    keep(statement);
    return execute(statement);
  };
  of.batch = (together, mode) => {
    together.forEach(keep);
    return batch(together, mode);
  };
}

/** Asks a route as a stranger, with a token and with a session's cookie. */
async function drive(method: string, path: string): Promise<void> {
  if (path === '/auth/callback') {
    // What a sign-in that ends well runs is what a session begins with.
    await sessionCookie();
    driven.add(`${method} ${path}`);
    return;
  }
  const query = { '/models/compare': '?slugs=aurora-1,aurora-2', '/price': '?model=aurora-1' }[
    path
  ];
  const address = `/api/v1${path.replace('{slug}', 'aurora-1')}${query ?? ''}`;
  const visitors: Record<string, string>[] = [
    { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
    { ...(await signedInAs('ada')) },
    { Cookie: await sessionCookie(), Origin: publicUrl },
  ];
  for (const headers of visitors) {
    const { status } = await live.app.request(address, { method, headers });
    if (status < 300) driven.add(`${method} ${path}`);
  }
}

async function sessionCookie(): Promise<string> {
  const { sessions, database: store, writes } = live.services;
  const userId = await userIdOf(store, writes, { issuer: 'any', subject: 'ben', now: new Date() });
  const app = new Hono().get('/', async (context) => {
    await sessions.begin(context, userId);
    return context.body(null, 204);
  });
  const cookies = (await app.request('/')).headers.getSetCookie();
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

/** What a statement reads row by row from end to end. */
async function scanned(sql: string, args: InArgs): Promise<readonly string[]> {
  const { rows } = await database.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args });
  return rows
    .map(({ detail }) => String(detail))
    .filter((detail) => detail.startsWith('SCAN ') && detail !== 'SCAN CONSTANT ROW')
    .map((detail) => detail.replace(/^SCAN (\S+).*/, '$1'));
}

test('every route was asked and answered, but the sign-in that needs an issuer', () => {
  const declared = declaredRoutes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(declared.filter((route) => !driven.has(route))).toEqual(['GET /auth/sign-in']);
});

test('no statement of a request scans a table', async () => {
  const scans = new Map<string, string>();
  for (const [sql, args] of statements) {
    for (const table of await scanned(sql, args)) scans.set(table, sql);
  }
  expect([...scans.keys()].toSorted()).toEqual(Object.keys(readWhole));
  // Sign-in, session, account, follow in three forms, status, list, views, popularity, erasure.
  expect(statements.size).toBeGreaterThan(15);
});

test('popularity over a window searches an index by its first day', async () => {
  const [sql, args] = [...statements].find(([text]) => text.includes('exp(')) ?? ['', []];
  const { rows } = await database.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args });
  const plan = rows
    .map(({ detail }) => String(detail))
    .filter((detail) => detail.startsWith('SEARCH'));
  expect(plan).toMatchInlineSnapshot(`
    [
      "SEARCH views USING PRIMARY KEY (day>?)",
      "SEARCH follows USING COVERING INDEX follows_by_time (followed_at>?)",
    ]
  `);
});

test('no statement of a trigger scans a table', async () => {
  const { rows } = await database.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
  const bodies = rows.flatMap((row) => {
    const [, body = ''] = /BEGIN([\s\S]*)END$/.exec(String(row['sql'])) ?? [];
    return body.split(';').filter((statement) => statement.trim() !== '');
  });
  expect(bodies).toHaveLength(5);
  for (const body of bodies) {
    const sql = body.replace(/\b(NEW|OLD)\.\w+/g, '1');
    expect(await scanned(sql, []), sql).toEqual([]);
  }
});

test('what a deleted row takes along is found by an index', async () => {
  const { rows } = await database.execute(
    `SELECT child.name AS "table", "key"."from" AS "column"
      FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS "key"
      WHERE child.type = 'table'`,
  );
  expect(rows).toHaveLength(2);
  for (const { table, column } of rows) {
    expect(await scanned(`DELETE FROM ${table} WHERE ${column} = 1`, [])).toEqual([]);
  }
});

test('a query that no index serves is seen as a scan', async () => {
  expect(await scanned("SELECT * FROM follows WHERE followed_at LIKE '%1'", [])).toEqual([
    'follows',
  ]);
});
