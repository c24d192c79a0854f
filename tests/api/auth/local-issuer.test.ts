import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startServer } from '../../../api/server.ts';
import { readSettings } from '../../../src/settings.ts';
import { type LiveApp, liveApp } from '../live-app.ts';
import { CookieJar } from './cookie-jar.ts';
import { signInAddress } from './reader.ts';

let site: string;
let live: LiveApp;
const server = createServer((request, response) => {
  if (live.issuer?.(request, response) !== true) {
    void getRequestListener(live.app.fetch)(request, response);
  }
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  live = await liveApp({ env: { AUTH_SECRET: '', PUBLIC_URL: site } });
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await live.close();
});

/** A reader before the sign-in page, and the page. */
async function readerAtSignIn() {
  const reader = new CookieJar();
  return { reader, ...(await reader.follow(signInAddress('/models/aurora-1', site))) };
}

const fillIn = (reader: CookieJar, page: URL, name: string) =>
  reader.ask(page, { method: 'POST', body: new URLSearchParams({ name }) });

test('the sign-in page asks for a name, and nothing can be put into it from elsewhere', async () => {
  const { response } = await readerAtSignIn();
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<h1>Sign in on this machine</h1>');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});

test.each(['ada', 'Ada Lovelace', 'ada@example.org', 'a', 'a'.repeat(64), '  ada  '])(
  'the name %j signs in and leads back to the page',
  async (name) => {
    const { reader, address: page } = await readerAtSignIn();
    const entered = await fillIn(reader, page, name);
    expect(entered.status).toBe(303);
    const { address } = await reader.follow(entered.headers.get('Location') ?? '');
    expect(String(address)).toBe(`${site}/models/aurora-1`);
    const me = await reader.ask(`${site}/api/v1/me`);
    expect(await me.json()).toMatchObject({
      data: { issuer: `${site}/local-issuer`, subject: name.trim() },
    });
  },
);

test.each(['', '   ', 'a'.repeat(65), 'ada\nlovelace', 'ada;drop'])(
  'the name %j is refused with what a name may hold',
  async (name) => {
    const { reader, address: page } = await readerAtSignIn();
    const refused = await fillIn(reader, page, name);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(
      '<p role="alert">A name has 1 to 64 letters, digits, spaces or . _ @ -</p>',
    );
    expect((await fillIn(reader, page, 'ada')).status).toBe(303);
  },
);

test('a name that is HTML is shown as text', async () => {
  const { reader, address: page } = await readerAtSignIn();
  const body = await (await fillIn(reader, page, '"><script>alert(1)</script>')).text();
  expect(body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(body).not.toContain('<script');
});

test('a form of more than four kilobytes is refused', async () => {
  const { reader, address: page } = await readerAtSignIn();
  expect((await fillIn(reader, page, 'a'.repeat(5000))).status).toBe(400);
});

test('a sign-in that has run out, or is another browser’s, says so', async () => {
  const { address: page } = await readerAtSignIn();
  for (const address of [page, `${site}/local-issuer/interaction/unknown`]) {
    const response = await fillIn(new CookieJar(), new URL(address), 'ada');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<h1>This sign-in has run out</h1>');
  }
});

test('a sign-in page that has run out is not shown as if it could be used', async () => {
  const response = await new CookieJar().ask(`${site}/local-issuer/interaction/unknown`);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('<h1>This sign-in has run out</h1>');
});

test('a request of no client of this site is told so, without a style or script', async () => {
  const address = `${site}/local-issuer/auth?client_id=%3Cb%3Eother&response_type=code`;
  const response = await fetch(address, { headers: { Accept: 'text/html' } });
  expect(response.status).toBe(400);
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  const body = await response.text();
  expect(body).toContain('<h1>This sign-in cannot go on</h1>');
  expect(body).not.toMatch(/<b>|<style|<script|googleapis/);
});

test('a client cannot have the answer sent to another address', async () => {
  const query = new URLSearchParams({
    client_id: 'model-tracker',
    response_type: 'code',
    redirect_uri: 'https://evil.example/api/v1/auth/callback',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
    scope: 'openid',
  });
  const response = await fetch(`${site}/local-issuer/auth?${query}`, { redirect: 'manual' });
  expect(response.status).toBe(400);
  expect(response.headers.get('Location')).toBeNull();
});

test.each(['0.0.0.0', '::', '192.168.1.10', 'tracker.example'])(
  'the local issuer does not answer on %s',
  async (host) => {
    const settings = { HOST: host, OUT_DIR: inject('fixtureSite'), LIBSQL_URL: 'file::memory:' };
    await expect(startServer(readSettings(settings))).rejects.toThrow(
      `HOST is ${host}, and without AUTH_ISSUER or AUTH_SECRET the local sign-in would answer strangers. Set one of them, or HOST=127.0.0.1.`,
    );
  },
);

test.each(['127.0.0.1', 'localhost', '::1'])('the local issuer answers on %s', async (host) => {
  const started = await liveApp({ env: { AUTH_SECRET: '', HOST: host, PUBLIC_URL: site } });
  expect(started.issuer).toBeDefined();
  await started.close();
});

test('behind a public address there is no local issuer, and the log says why', async () => {
  const started = await liveApp({
    env: { AUTH_SECRET: '', HOST: '127.0.0.1', PUBLIC_URL: 'https://tracker.example' },
  });
  expect(started.issuer).toBeUndefined();
  expect(JSON.parse(started.lines[0] ?? '')).toMatchObject({
    event: 'no-sign-in',
    reason:
      'PUBLIC_URL is https://tracker.example, where the local sign-in would answer strangers. Set AUTH_ISSUER or AUTH_SECRET.',
  });
  const signIn = await started.app.request('/api/v1/auth/sign-in');
  expect(await signIn.json()).toMatchObject({ detail: 'This site signs nobody in itself.' });
  await started.close();
});

test('with a secret of a host platform there is no local issuer, on any interface', async () => {
  const started = await liveApp({ env: { HOST: '0.0.0.0' } });
  expect(started.issuer).toBeUndefined();
  await started.close();
});
