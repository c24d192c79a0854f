import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveApp, liveApp, signedInAs } from './live-app.ts';

let live: LiveApp;

beforeAll(async () => {
  live = await liveApp({
    replaced: {
      addressOf: () => {
        throw new Error('no /var/secret');
      },
    },
  });
});

afterAll(() => live.close());

const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };

const answers: [kind: string, status: number, path: string, init?: RequestInit][] = [
  ['page', 200, '/'],
  ['page of the API', 200, '/docs'],
  ['page that is not there', 404, '/nowhere'],
  ['file of JSON', 200, '/api/v1/models.json'],
  ['list of JSON', 200, '/api/v1/models'],
  ['reply without a body', 204, '/api/v1/auth/sign-out', { method: 'POST' }],
  ['redirect of a page', 301, '/models/aurora-1/'],
  ['redirect of the API', 302, '/api/v1/models?provider='],
  ['wrong input', 400, '/api/v1/models?colour=red'],
  ['refusal of a stranger', 401, '/api/v1/me'],
  ['path that is not there', 404, '/api/v1/nowhere'],
  ['method that does nothing', 405, '/api/v1/models', { method: 'DELETE' }],
  ['preflight', 204, '/api/v1/models', { method: 'OPTIONS' }],
  ['fault of ours', 500, '/api/v1/models/aurora-1/views', { method: 'POST', headers: browser }],
  ['sign of life', 200, '/healthz'],
];

const guards = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

test.each(answers)('the guards are on a %s (%d)', async (_, status, path, init) => {
  const response = await live.app.request(path, init);
  expect(response.status).toBe(status);
  expect(Object.fromEntries(response.headers)).toMatchObject(guards);
  expect(response.headers.get('Strict-Transport-Security')).toBeNull();
});

test.each(['/', '/api/v1/models.json', '/api/v1/models'])(
  'the 304 of %s carries the guards',
  async (path) => {
    const etag = (await live.app.request(path)).headers.get('ETag') ?? '';
    const response = await live.app.request(path, { headers: { 'If-None-Match': etag } });
    expect(response.status).toBe(304);
    expect(Object.fromEntries(response.headers)).toMatchObject(guards);
  },
);

test('a site over TLS asks browsers to stay there', async () => {
  const secure = await liveApp({ env: { PUBLIC_URL: 'https://tracker.example' } });
  const response = await secure.app.request('/api/v1/me');
  expect(response.headers.get('Strict-Transport-Security')).toBe(
    'max-age=31536000; includeSubDomains',
  );
  await secure.close();
});

test.each(['/', '/docs', '/models/aurora-1', '/nowhere'])(
  '%s has no script or style of its own',
  async (path) => {
    const page = await (await live.app.request(path)).text();
    expect(page).toContain('<h1');
    expect(page).not.toMatch(
      /<style|\sstyle=|\son\w+="|<script(?![^>]*(src=|type="application\/ld\+json"))/,
    );
  },
);

test.each([
  ['as much as may be sent', 64 * 1024, 204],
  ['a byte more', 64 * 1024 + 1, 413],
])('%s, %d bytes, is answered %d', async (_, bytes, status) => {
  const response = await live.app.request('/api/v1/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Length': String(bytes) },
    body: 'a'.repeat(bytes),
  });
  expect(response.status).toBe(status);
});

test('what is too large is told in a problem', async () => {
  const response = await live.app.request('/api/v1/models/aurora-1/follow', {
    method: 'PUT',
    headers: { ...(await signedInAs('ada')), 'Content-Length': '70000' },
    body: 'a'.repeat(70_000),
  });
  expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'Content too large',
    status: 413,
    detail: 'At most 65536 bytes can be sent here.',
    instance: '/api/v1/models/aurora-1/follow',
  });
});

test('a body without a length is measured as it comes', async () => {
  const body = new ReadableStream({
    start(stream) {
      for (let part = 0; part < 80; part += 1) stream.enqueue(new Uint8Array(1024));
      stream.close();
    },
  });
  const headers = { 'Transfer-Encoding': 'chunked' };
  const request = { method: 'POST', headers, body, duplex: 'half' };
  expect((await live.app.request('/api/v1/auth/sign-out', request)).status).toBe(413);
});

test('a fault of ours shows the request’s id and nothing of the inside', async () => {
  const response = await live.app.request('/api/v1/models/aurora-1/views', {
    method: 'POST',
    headers: { ...browser, 'X-Request-Id': 'fault-1' },
  });
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'Internal error',
    status: 500,
    detail: 'Something went wrong on our side. The log has it under the request id fault-1.',
    instance: '/api/v1/models/aurora-1/views',
  });
  const lines = live.lines
    .filter((line) => line.includes('fault-1'))
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { level: 'error', requestId: 'fault-1', error: expect.stringContaining('no /var/secret') },
    { level: 'info', requestId: 'fault-1', status: 500 },
  ]);
});

test.each([
  ['the client’s own', 'abc-1_2=', /^abc-1_2=$/],
  ['ours where the client sends none', undefined, /^[\da-f-]{36}$/],
  ['ours in place of one that could forge a line', 'a b', /^[\da-f-]{36}$/],
  ['ours in place of an endless one', 'a'.repeat(256), /^[\da-f-]{36}$/],
])('a request’s id is %s, in the answer and in the log', async (_, sent, expected) => {
  const headers: HeadersInit = sent === undefined ? {} : { 'X-Request-Id': sent };
  const response = await live.app.request('/api/v1/nowhere', { headers });
  const requestId = response.headers.get('X-Request-Id');
  expect(requestId).toMatch(expected);
  expect(JSON.parse(live.lines.at(-1) ?? '')).toMatchObject({ requestId, path: '/api/v1/nowhere' });
});

test('the log has an id in every line, and neither browser, query nor token', async () => {
  await live.app.request('/api/v1/models?search=secret-wish', {
    headers: { ...browser, ...(await signedInAs('ada')), Cookie: 'session=secret-cookie' },
  });
  for (const line of live.lines) expect(JSON.parse(line)).toHaveProperty('requestId');
  expect(live.lines.join('\n')).not.toMatch(/Firefox|secret-wish|secret-cookie|eyJ/);
});
