import crypto from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startChild } from './child-server.ts';
import { temporaryUrl } from './db/temporary-database.ts';
import { type LiveApp, liveApp, signedInAs } from './live-app.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36';
const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const lastMoment = '2026-03-01T23:59:59.999Z';
const midnight = '2026-03-02T00:00:00.000Z';

let live: LiveApp;
let now: string;
beforeEach(async () => {
  now = lastMoment;
  live = await liveApp({ env: { TRUST_PROXY: 'true' }, now: () => new Date(now) });
});
afterEach(() => live.close());

/** A reader with an address and a browser looks at a model. */
async function view(
  headers: Readonly<Record<string, string>> = {},
  slug = 'aurora-1',
): Promise<void> {
  const { status } = await live.app.request(`/api/v1/models/${slug}/views`, {
    method: 'POST',
    headers: { 'X-Forwarded-For': '203.0.113.7', 'User-Agent': firefox, ...headers },
  });
  expect(status).toBe(204);
}

/** The rows of the database once everything is written. */
async function written() {
  await live.services.counts.stop();
  const { rows } = await live.services.database.execute(
    'SELECT day, model, count FROM views ORDER BY day, model',
  );
  return rows.map(({ day, model, count }) => `${day} ${model} ${count}`);
}

describe('beside a first view', () => {
  test.each([
    ['the same again', 1, {}],
    ['another address', 2, { 'X-Forwarded-For': '203.0.113.8' }],
    ['another browser', 2, { 'User-Agent': chrome }],
    ['a robot', 1, { 'User-Agent': googlebot }],
    ['a program', 1, { 'User-Agent': 'curl/8.5.0' }],
    ['an empty user agent', 1, { 'User-Agent': '' }],
    ['another browser with DNT: 1', 1, { 'User-Agent': chrome, DNT: '1' }],
    ['another browser with DNT: 0', 2, { 'User-Agent': chrome, DNT: '0' }],
    ['another browser with Sec-GPC: 1', 1, { 'User-Agent': chrome, 'Sec-GPC': '1' }],
  ])('%s makes the count %i', async (_, count, headers) => {
    await view();
    await view(headers);
    expect(await written()).toEqual([`2026-03-01 aurora-1 ${count}`]);
  });
});

test('a reader counts once for each model', async () => {
  await view({}, 'aurora-1');
  await view({}, 'aurora-2');
  await view({}, 'aurora-2');
  expect(await written()).toEqual(['2026-03-01 aurora-1 1', '2026-03-01 aurora-2 1']);
});

test('a reader counts again from midnight, and each view for its own day', async () => {
  await view();
  now = midnight;
  await view();
  await view();
  expect(await written()).toEqual(['2026-03-01 aurora-1 1', '2026-03-02 aurora-1 1']);
});

test('at midnight it is forgotten who viewed: a clock set back finds nobody known', async () => {
  await view();
  now = midnight;
  await view();
  now = lastMoment;
  await view();
  expect(await written()).toEqual(['2026-03-01 aurora-1 2', '2026-03-02 aurora-1 1']);
});

test('each day has a random key of its own for what tells one visitor from another', async () => {
  const createHmac = vi.spyOn(crypto, 'createHmac');
  syncBuiltinESMExports();
  onTestFinished(() => {
    createHmac.mockRestore();
    syncBuiltinESMExports();
  });
  await view();
  await view({ 'User-Agent': chrome });
  now = midnight;
  await view();
  const [first, second, third] = createHmac.mock.calls.map(([, key]) => key);
  expect(first).toHaveLength(32);
  expect(second).toEqual(first);
  expect(third).not.toEqual(first);
});

test('a request without a user agent is heard and not counted', async () => {
  const { status } = await live.app.request('/api/v1/models/aurora-1/views', { method: 'POST' });
  expect(status).toBe(204);
  expect(await written()).toEqual([]);
});

test('a view of an unknown model is 404 and writes nothing', async () => {
  const { status } = await live.app.request('/api/v1/models/nobody/views', {
    method: 'POST',
    headers: { 'User-Agent': firefox },
  });
  expect(status).toBe(404);
  expect(await written()).toEqual([]);
});

test('neither the database’s files nor the log hold a reader’s address or browser', async () => {
  const LIBSQL_URL = await temporaryUrl();
  const headers = { 'X-Forwarded-For': '203.0.113.77', 'User-Agent': `${firefox} Distinct/7` };
  const server = await startChild({ LIBSQL_URL, TRUST_PROXY: 'true', LOG_LEVEL: 'debug' });
  const ask = (path: string, method = 'GET', more = {}) =>
    fetch(server.address + path, { method, headers: { ...headers, ...more } });
  await ask('/models/aurora-1');
  await ask('/api/v1/models/aurora-1/views', 'POST');
  await ask('/api/v1/models/aurora-1/follow', 'PUT', await signedInAs('ada'));
  await ask('/api/v1/models/nobody/views', 'POST');
  await ask('/api/v1/models?limit=none');
  await ask('/api/v1/me', 'GET', { Authorization: 'Bearer wrong' });
  const folder = dirname(LIBSQL_URL.slice('file:'.length));
  const kept = async () => {
    const names = await readdir(folder);
    const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
    return files.join('\n');
  };
  const whileRunning = await kept();
  expect(await server.end('SIGTERM')).toBe(0);
  const everything = [whileRunning, await kept(), server.output()].join('\n');
  expect(everything).toContain('aurora-1/views');
  expect(everything).not.toContain('203.0.113.77');
  expect(everything).not.toContain('Distinct/7');
  expect(everything).not.toContain('Firefox');
});
