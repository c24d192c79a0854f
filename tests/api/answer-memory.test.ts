import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChildServer, startChild } from './child-server.ts';
import { authSecret, publicUrl } from './live-app.ts';

const ownOrigin = 'https://host.example';

const folder = await mkdtemp(join(tmpdir(), 'answer-memory-'));
const database = (name: string) => ({ LIBSQL_URL: `file:${join(folder, name)}` });

let server: ChildServer;
beforeAll(async () => {
  server = await startChild({ ...database('one.db'), CORS_ORIGINS: ownOrigin });
});
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(folder, { recursive: true });
});

// As a robot: what it reads is the same, and it brings no headers of a browser.
const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  fetch(`${server.address}${path}`, { method, headers });

const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0' };

const token = new SignJWT()
  .setProtectedHeader({ alg: 'HS256' })
  .setIssuer(publicUrl)
  .setAudience(publicUrl)
  .setSubject('ada')
  .setExpirationTime('1h')
  .sign(new TextEncoder().encode(authSecret));
const signedIn = async () => ({ Authorization: `Bearer ${await token}` });

const headersOf = ({ headers }: Response) => {
  const { date: _, 'x-request-id': __, ...rest } = Object.fromEntries(headers);
  return rest;
};

test.each([
  '/',
  '/models/aurora-1',
  '/api/v1/models.json',
  '/api/v1/models',
  '/api/v1/models/aurora-1',
])('%s given again is the same but for its request id', async (path) => {
  const [first, second] = [await ask(path), await ask(path)];
  expect(headersOf(second)).toEqual(headersOf(first));
  expect(second.headers.get('X-Request-Id')).not.toBe(first.headers.get('X-Request-Id'));
  expect(await second.text()).toBe(await first.text());
});

test('what is known already is 304 without a body', async () => {
  const path = '/api/v1/models/aurora-2';
  const etag = (await ask(path)).headers.get('ETag') ?? '';
  const again = await ask(path, { 'If-None-Match': etag });
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag]);
  expect(again.headers.get('Content-Type')).toBeNull();
});

test('each encoding is an answer of its own', async () => {
  const encodings = ['br', 'gzip', 'identity', 'br', 'identity'];
  const answers = await Promise.all(
    encodings.map(async (encoding) => ask('/api/v1/models.json', { 'Accept-Encoding': encoding })),
  );
  expect(answers.map(({ headers }) => headers.get('Content-Encoding'))).toEqual([
    'br',
    'gzip',
    null,
    'br',
    null,
  ]);
});

test('a view shows at once in an answer that was given before', async () => {
  const viewCount = async () => (await (await ask('/api/v1/models/borealis-7b/stats')).json()).data;
  expect(await viewCount()).toMatchObject({ viewCount: 0, followCount: 0 });
  expect(await viewCount()).toMatchObject({ viewCount: 0, followCount: 0 });
  expect((await ask('/api/v1/models/borealis-7b/views', browser, 'POST')).status).toBe(204);
  expect(await viewCount()).toMatchObject({ viewCount: 1, followCount: 0 });
});

test('a follow shows at once in the model and in the lists', async () => {
  const counts = async () => {
    const list = await (await ask('/api/v1/models?sortBy=followCount&sortOrder=desc')).json();
    const model = await (await ask('/api/v1/models/borealis-next')).json();
    return [list.data[0].slug, model.data.followCount];
  };
  await counts();
  await ask('/api/v1/models/borealis-next/follow', await signedIn(), 'PUT');
  expect(await counts()).toEqual(['borealis-next', 1]);
});

test('what a user gets is given to nobody else', async () => {
  const path = '/api/v1/models/aurora-1/stats';
  await ask(path);
  const own = await (await ask(path, await signedIn())).json();
  expect(own.data).toHaveProperty('isFollowing', false);
  expect((await (await ask(path)).json()).data).not.toHaveProperty('isFollowing');
});

test('a configured origin gets its own headers, also after another was answered', async () => {
  const path = '/api/v1/providers.json';
  const allowed = async (origin: string) =>
    (await ask(path, { Origin: origin })).headers.get('Access-Control-Allow-Origin');
  expect(await allowed('https://elsewhere.example')).toBe('*');
  expect(await allowed(ownOrigin)).toBe(ownOrigin);
  expect(await allowed('https://elsewhere.example')).toBe('*');
});

test('a request that brings its id gets it back, and the log has it', async () => {
  await ask('/api/v1/benchmarks.json');
  const answer = await ask('/api/v1/benchmarks.json', { 'X-Request-Id': 'mine-1' });
  expect(answer.headers.get('X-Request-Id')).toBe('mine-1');
  const given = (await ask('/api/v1/benchmarks.json')).headers.get('X-Request-Id') ?? '';
  await expect.poll(() => server.output()).toContain(given);
  expect(server.output()).toContain('mine-1');
});

test('answers from memory are measured under their route', async () => {
  const counted = async () => {
    const lines = (await (await ask('/metrics')).text()).split('\n');
    const line = lines.find((text) =>
      /^http_requests_total\{.*route="\/api\/v1\/models\/:slug\/stats",status="200"/.test(text),
    );
    return Number(line?.split(' ').at(-1) ?? 0);
  };
  const before = await counted();
  for (let time = 0; time < 5; time += 1) await ask('/api/v1/models/aurora-2/stats');
  expect(await counted()).toBe(before + 5);
});

test('a search is limited in rate whether or not it was asked before', async () => {
  const limited = await startChild({ ...database('two.db'), RATE_LIMITS: 'on' });
  const search = () => fetch(`${limited.address}/api/v1/models?search=aurora`);
  const left = [await search(), await search()].map(({ headers }) => headers.get('RateLimit'));
  expect(left).toEqual(['"search";r=59;t=0', '"search";r=58;t=0']);
  await limited.end('SIGTERM');
});
