import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type LiveApp, liveApp, publicUrl } from '../live-app.ts';
import type { CookieJar } from './cookie-jar.ts';
import {
  adasClaims,
  type IssuerKey,
  issuerKey,
  type OutsideIssuer,
  outsideIssuer,
  secureUrl,
  signedBy,
} from './outside-issuer.ts';
import { fromOwnPage, readerOf, signedInReader, signInAddress } from './reader.ts';

let key: IssuerKey;
let issuer: OutsideIssuer;
let live: LiveApp;

beforeAll(async () => {
  key = await issuerKey('one');
  issuer = await outsideIssuer([key]);
  live = await liveApp({ env: { ...issuer.env, CORS_ORIGINS: 'https://partner.example' } });
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

afterAll(async () => {
  await live.close();
  await issuer.close();
});

const me = (reader: CookieJar) => reader.ask(`${publicUrl}/api/v1/me`);
const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);

const signOut = (reader: CookieJar, headers: HeadersInit = fromOwnPage) =>
  reader.ask(`${publicUrl}/api/v1/auth/sign-out`, { method: 'POST', headers });

test('a fresh cookie is not renewed', async () => {
  const reader = await signedInReader(live);
  pass(14);
  expect((await me(reader)).headers.getSetCookie()).toEqual([]);
});

test('a cookie that has run out is renewed while its session lasts', async () => {
  const reader = await signedInReader(live);
  const old = reader.get(publicUrl, 'session');
  pass(16);
  const renewal = await me(reader);
  expect(renewal.status).toBe(200);
  expect(renewal.headers.getSetCookie()[0]).toMatch(
    /^session=[\w.-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  expect(reader.get(publicUrl, 'session')).not.toBe(old);
  expect((await me(reader)).headers.getSetCookie()).toEqual([]);
});

test('a session ends a month after the sign-in, however much it is used', async () => {
  const reader = await signedInReader(live);
  for (let day = 1; day < 30; day += 1) {
    pass(24 * 60);
    expect((await me(reader)).status).toBe(200);
  }
  pass(24 * 60 + 1);
  const ended = await me(reader);
  expect(ended.status).toBe(401);
  expect(ended.headers.getSetCookie()).toEqual([]);
});

test('signing out ends the session at once, for copies of the cookie too', async () => {
  const reader = await signedInReader(live);
  const copy = readerOf(live);
  copy.set(publicUrl, 'session', reader.get(publicUrl, 'session') ?? '');
  expect((await me(copy)).status).toBe(200);
  const response = await signOut(reader);
  expect(response.status).toBe(204);
  expect(response.headers.getSetCookie()).toEqual([
    'session=; Max-Age=0; Path=/',
    'signed-in=; Max-Age=0; Path=/',
  ]);
  expect((await me(reader)).status).toBe(401);
  expect((await me(copy)).status).toBe(401);
  pass(16);
  expect((await me(copy)).status).toBe(401);
});

test('signing out ends one session and leaves the reader’s others', async () => {
  const [one, other] = [await signedInReader(live), await signedInReader(live)];
  await signOut(one);
  expect((await me(other)).status).toBe(200);
});

test.each(['https://evil.example', 'null', 'https://partner.example'])(
  'a page of %s signs nobody out',
  async (origin) => {
    const reader = await signedInReader(live);
    expect((await signOut(reader, { Origin: origin })).status).toBe(403);
    expect((await me(reader)).status).toBe(200);
  },
);

test.each([
  ['garbage', () => 'garbage'],
  [
    'a signature changed by a character',
    (value: string) => value.slice(0, -3) + (value.at(-3) === 'A' ? 'B' : 'A') + value.slice(-2),
  ],
  ['no signature', (value: string) => `eyJhbGciOiJub25lIn0.${value.split('.')[1]}.`],
])('a session’s cookie of %s signs nobody in', async (_, change) => {
  const reader = await signedInReader(live);
  reader.set(publicUrl, 'session', change(reader.get(publicUrl, 'session') ?? ''));
  expect((await me(reader)).status).toBe(401);
});

const writes = [
  ['PUT', '/models/aurora-1/follow'],
  ['POST', '/models/aurora-1/follow'],
  ['DELETE', '/models/aurora-1/follow'],
  ['DELETE', '/me'],
] as const;

const foreignOrigins = [
  ['no origin', undefined],
  ['a hidden origin', 'null'],
  ['another origin', 'https://evil.example'],
  ['an origin that begins as ours', `${publicUrl}.evil.example`],
  ['our host on another port', 'http://127.0.0.1:4322'],
  ['our host over TLS', 'https://127.0.0.1:4321'],
  ['an origin that may send tokens', 'https://partner.example'],
] as const;

test.each(
  writes.flatMap(([method, path]) =>
    foreignOrigins.map(([name, origin]) => ({ method, path, name, origin })),
  ),
)('a cookie does not authorise $method $path from $name', async ({ method, path, origin }) => {
  const reader = await signedInReader(live);
  const headers: HeadersInit = origin === undefined ? {} : { Origin: origin };
  const response = await reader.ask(`${publicUrl}/api/v1${path}`, { method, headers });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({
    detail:
      'A session’s cookie allows writes from the site’s own pages only; send a token instead.',
  });
  const account = (await (await me(reader)).json()) as { data: { followCount: number } };
  expect(account.data.followCount).toBe(0);
});

test.each(foreignOrigins)('a token authorises a write from %s', async (_, origin) => {
  const token = await signedBy(key, { ...adasClaims(issuer.address), sub: 'grace' });
  const headers = new Headers({ Authorization: `Bearer ${token}` });
  if (origin !== undefined) headers.set('Origin', origin);
  const response = await live.app.request('/api/v1/models/aurora-1/follow', {
    method: 'PUT',
    headers,
  });
  expect(response.status).toBe(200);
});

test('an erased account’s session is over', async () => {
  const reader = await signedInReader(live);
  const erasure = await reader.ask(`${publicUrl}/api/v1/me`, {
    method: 'DELETE',
    headers: fromOwnPage,
  });
  expect(erasure.status).toBe(204);
  expect((await me(reader)).status).toBe(401);
});

test('on a site that is served over TLS every cookie is Secure', async () => {
  const secure = await liveApp({ env: { ...issuer.env, PUBLIC_URL: secureUrl } });
  const reader = readerOf(secure);
  const { address } = await reader.follow(signInAddress('/', secureUrl), '/api/v1/auth/callback');
  const begun = await readerOf(secure).ask(signInAddress('/', secureUrl));
  const set = [
    ...begun.headers.getSetCookie(),
    ...(await reader.ask(address)).headers.getSetCookie(),
  ];
  const kept = set.filter((line) => !line.includes('Max-Age=0'));
  expect(kept.map((line) => line.split('=')[0])).toEqual(['sign-in', 'session', 'signed-in']);
  for (const line of kept) expect(line).toMatch(/; Secure(;|$)/);
  await secure.close();
});
