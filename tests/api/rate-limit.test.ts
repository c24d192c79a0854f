import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LiveApp, liveApp } from './live-app.ts';

let time: number;
let live: LiveApp;

const open = (env: Readonly<Record<string, string>> = {}) =>
  liveApp({ env: { RATE_LIMITS: 'on', ...env }, now: () => new Date(time) });

beforeEach(async () => {
  time = Date.parse('2026-03-01T12:00:00Z');
  live = await open();
});

afterEach(() => live.close());

interface Asking {
  readonly from?: string;
  readonly forwardedFor?: string;
  readonly method?: string;
}

function ask(path: string, { from = '192.0.2.1', forwardedFor, method = 'GET' }: Asking = {}) {
  const headers: HeadersInit =
    forwardedFor === undefined ? {} : { 'X-Forwarded-For': forwardedFor };
  const incoming = { socket: { remoteAddress: from } };
  return live.app.request(path, { method, headers }, { incoming });
}

const write = (asking: Asking = {}) =>
  ask('/api/v1/models/aurora-1/follow', { method: 'PUT', ...asking });
const search = (asking?: Asking) => ask('/api/v1/models?search=aurora', asking);
const searchJobs = (asking?: Asking) => ask('/api/v1/jobs?search=aurora', asking);
const signIn = (asking?: Asking) => ask('/api/v1/auth/sign-in', asking);

async function asked(
  times: number,
  request: () => Response | Promise<Response>,
): Promise<Response[]> {
  const responses: Response[] = [];
  for (let count = 0; count < times; count += 1) responses.push(await request());
  return responses;
}

const limitedAmong = (responses: readonly Response[]): number =>
  responses.filter(({ status }) => status === 429).length;

test.each([
  ['writes', 60, write],
  ['searches', 60, search],
  ['searches of items', 60, searchJobs],
  ['sign-ins', 10, signIn],
])('%s: %d at once are answered, and no more', async (_, burst, request) => {
  expect(limitedAmong(await asked(burst, request))).toBe(0);
  expect(limitedAmong(await asked(3, request))).toBe(3);
});

test('what is left is told, and when to come again', async () => {
  const [first] = await asked(60, write);
  expect(first?.headers.get('RateLimit-Policy')).toBe('"writes";q=60;w=30');
  expect(first?.headers.get('RateLimit')).toBe('"writes";r=59;t=0');
  const refused = await write();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('RateLimit')).toBe('"writes";r=0;t=1');
  expect(refused.headers.get('Retry-After')).toBe('1');
  expect(await refused.json()).toEqual({
    type: 'about:blank',
    title: 'Too many requests',
    status: 429,
    detail: 'Too many requests. Try again in 1 second.',
    instance: '/api/v1/models/aurora-1/follow',
  });
});

test('who waits as long as they were told is answered', async () => {
  await asked(10, signIn);
  const refused = await signIn();
  expect(refused.headers.get('Retry-After')).toBe('6');
  time += 5_999;
  expect((await signIn()).status).toBe(429);
  time += 1;
  expect((await signIn()).status).not.toBe(429);
  expect((await signIn()).status).toBe(429);
});

test('after a long rest there is one burst, not more', async () => {
  await asked(60, write);
  time += 24 * 60 * 60_000;
  expect(limitedAmong(await asked(61, write))).toBe(1);
});

test('a clock that is set back refuses nobody for longer', async () => {
  await asked(10, signIn);
  time -= 60 * 60_000;
  await signIn();
  time += 6_001;
  expect((await signIn()).status).not.toBe(429);
});

test('one client’s haste is not another’s', async () => {
  await asked(61, write);
  expect((await write({ from: '192.0.2.2' })).status).toBe(401);
});

test('writes, searches and sign-ins are counted apart', async () => {
  await asked(61, write);
  expect((await search()).status).toBe(200);
  expect((await signIn()).status).toBe(404);
});

test('coming back from a sign-in counts as one', async () => {
  await asked(10, signIn);
  expect((await ask('/api/v1/auth/callback')).status).toBe(429);
});

test.each([
  '/',
  '/api/v1/models.json',
  '/api/v1/models?provider=borealis',
  '/api/v1/models/aurora-1',
])('reading %s is not limited', async (path) => {
  const responses = await asked(200, () => ask(path));
  expect(limitedAmong(responses)).toBe(0);
  expect(responses[0]?.headers.get('RateLimit')).toBeNull();
});

test('X-Forwarded-For is anybody’s word without TRUST_PROXY', async () => {
  const responses = await asked(61, () =>
    write({ forwardedFor: `198.51.100.1, ${Math.random()}` }),
  );
  expect(limitedAmong(responses)).toBe(1);
});

test('behind a trusted proxy the client is the address that the proxy added', async () => {
  await live.close();
  live = await open({ TRUST_PROXY: 'true' });
  const forged = await asked(61, () => write({ forwardedFor: `${Math.random()}, 198.51.100.1` }));
  expect(limitedAmong(forged)).toBe(1);
  expect((await write({ forwardedFor: '198.51.100.2' })).status).toBe(401);
  expect((await write()).status).toBe(401);
});

test('RATE_LIMITS=off limits nothing', async () => {
  await live.close();
  live = await open({ RATE_LIMITS: 'off' });
  const responses = await asked(200, write);
  expect(limitedAmong(responses)).toBe(0);
  expect(responses[0]?.headers.get('RateLimit')).toBeNull();
});
