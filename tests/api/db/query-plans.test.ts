import { createClient, type InArgs, type InStatement, type ResultSet } from '@libsql/client';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { declaredRoutes } from '../../../api/api-routes.ts';
import type { Database } from '../../../api/db/open.ts';
import { relinkItems } from '../../../api/db/relinking.ts';
import { sourceStates } from '../../../api/db/source-states.ts';
import { userIdOf } from '../../../api/db/users.ts';
import { type LiveApp, liveApp, publicUrl, signedInAs } from '../live-app.ts';
import { machine } from '../routes/pushing.ts';
import { article, job } from './item-store.ts';

// What may be read whole, and why.
const readWhole: Readonly<Record<string, string>> = {
  counted: 'no table: the rows of the window, which popularity found by index and sums',
  found: 'no table: what the full-text index found, two thousand at the most',
  item_words: 'no table: the full-text index, asked for the rows that match',
  json_each: 'no table: what a request or a source brought',
  listed: 'no table: the items of a page',
  migrations: 'a row for each file of api/db/migrations, read by /readyz',
  model_counts: 'read into memory once a second, by no request',
};

// A notice to take in, and links to make anew after a start with another version.
const content = {
  version: 'v2',
  sources: new Map([['blog', { name: 'The Blog', provider: 'borealis' }]]),
};

// Every filter once, and several together.
const filtered = [
  '/news?provider=borealis&source=blog&search=aurora&edition=1',
  '/news?source=my-platform&provider=borealis',
  '/jobs?closed=true&remote=true',
  '/news?search=aurora',
  '/jobs?remote=true&closed=true&search=aurora',
  '/jobs?remote=false',
  '/models/aurora-1/jobs?family=true&closed=true&remote=true',
  '/me/feed.json?key=of-nobody',
];

let live: LiveApp;
let database: Database;
const statements = new Map<string, InArgs>();
const driven = new Set<string>();

beforeAll(async () => {
  live = await liveApp({ content });
  record(live.services.database, statements);
  for (const { method, path } of declaredRoutes) await drive(method.toUpperCase(), path);
  await live.app.request('/readyz');
  for (const path of filtered) await live.app.request(`/api/v1${path}`);
  await driveItems();
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

/** Runs what no route does: what is read and written for outside sources, a closing, a linking anew. */
async function driveItems(): Promise<void> {
  const { database: store, writes, catalog, storeItems, now } = live.services;
  const board = { id: 'board', kind: 'jobs' } as const;
  await storeItems(board, [job()], { isComplete: true });
  await storeItems(board, [], { isComplete: true });
  const states = sourceStates(store, writes);
  await states.write('blog', { failures: 0 });
  await states.read('blog');
  const parts = { database: store, writes, now, linksOf: () => [] };
  const later = { ...catalog, version: 'v3' };
  await relinkItems({ ...parts, catalog: later }, new AbortController());
}

/** Asks a route as a stranger, with a token and with a session's cookie. */
async function drive(method: string, path: string): Promise<void> {
  if (path === '/auth/callback') {
    // What a sign-in that ends well runs is what a session begins with.
    await sessionCookie();
    driven.add(`${method} ${path}`);
    return;
  }
  const query = {
    '/models/compare': '?slugs=aurora-1,aurora-2',
    '/price': '?model=aurora-1',
  }[path];
  const named = path.replace('{slug}', 'aurora-1').replace('{id}', 'borealis');
  const address = `/api/v1${named}${query ?? ''}`;
  const visitors: Record<string, string>[] = [
    { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
    { ...(await signedInAs('ada')) },
    { Cookie: await sessionCookie(), Origin: publicUrl },
    { ...(await machine()), 'Content-Type': 'application/json' },
  ];
  const kind = /^\/items\/(.*)/.exec(path)?.[1];
  const body =
    kind && JSON.stringify({ source: 'my-platform', items: [kind === 'jobs' ? job() : article()] });
  for (const headers of visitors) {
    const { status } = await live.app.request(address, { method, headers, ...(body && { body }) });
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
  // Sign-in, session, account, follow in three forms, status, list, views, popularity, erasure;
  // storing, closing, lists by every filter, feeds and their keys, states of sources.
  expect(statements.size).toBeGreaterThan(45);
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

test('a page of items is read in the order of its index, without sorting', async () => {
  const pages = [...statements].filter(
    ([sql]) => sql.includes('LIMIT :limit OFFSET') && !/'family'|MATCH/.test(sql),
  );
  expect(pages.length).toBeGreaterThan(2);
  for (const [sql, args] of pages) {
    // Of the list alone; what it is joined with is put together for the few items of the page.
    const list = /FROM \(([\s\S]*)\) AS listed/.exec(sql)?.[1] ?? '';
    const named = Object.entries(args).filter(([name]) => new RegExp(`:${name}\\b`).test(list));
    const { rows } = await database.execute({
      sql: `EXPLAIN QUERY PLAN ${list}`,
      args: Object.fromEntries(named),
    });
    const plan = rows.map(({ detail }) => String(detail));
    expect(plan[0]).toBe('SEARCH listings USING PRIMARY KEY (list=? AND name=? AND kind=?)');
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  }
});

test('no statement of a trigger scans a table', async () => {
  const { rows } = await database.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
  const bodies = rows.flatMap((row) => {
    const [, body = ''] = /BEGIN([\s\S]*)END$/.exec(String(row['sql'])) ?? [];
    return body.split(';').filter((statement) => statement.trim() !== '');
  });
  expect(bodies).toHaveLength(12);
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
  expect(rows).toHaveLength(6);
  for (const { table, column } of rows) {
    expect(await scanned(`DELETE FROM ${table} WHERE ${column} = 1`, [])).toEqual([]);
  }
});

test('a query that no index serves is seen as a scan', async () => {
  expect(await scanned("SELECT * FROM follows WHERE followed_at LIKE '%1'", [])).toEqual([
    'follows',
  ]);
});
