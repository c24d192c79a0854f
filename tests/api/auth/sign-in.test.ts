import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type LiveApp, liveApp, publicUrl } from '../live-app.ts';
import type { CookieJar } from './cookie-jar.ts';
import { issuerKey, type OutsideIssuer, outsideIssuer } from './outside-issuer.ts';
import { callbackPath, fromOwnPage, readerOf, signedInReader, signInAddress } from './reader.ts';

let issuer: OutsideIssuer;
let live: LiveApp;

beforeAll(async () => {
  issuer = await outsideIssuer([await issuerKey('one')]);
  live = await liveApp({ env: issuer.env });
});

afterAll(async () => {
  await live.close();
  await issuer.close();
});

const me = (reader: CookieJar) => reader.ask(`${publicUrl}/api/v1/me`);

/** A reader whom the issuer has sent back, with the address that they were sent to. */
async function returningReader() {
  const reader = readerOf(live);
  const { address } = await reader.follow(signInAddress('/models/aurora-1'), callbackPath);
  return { reader, address };
}

async function expectRefused(response: Response, reader: CookieJar, detail: string): Promise<void> {
  expect(response.status).toBe(400);
  expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  expect(await response.json()).toMatchObject({ detail });
  expect(response.headers.getSetCookie().join()).not.toMatch(/session=\w/);
  expect((await me(reader)).status).toBe(401);
}

const notFinished = 'The sign-in could not be finished. Start it again.';
const notBegun =
  'No sign-in was begun in this browser, or it took longer than ten minutes. Start it again.';

test('signing in ends on the page where it began, as the issuer’s user', async () => {
  const reader = readerOf(live);
  const { address, response } = await reader.follow(signInAddress('/models/aurora-1?a=1#follow'));
  expect(String(address)).toBe(`${publicUrl}/models/aurora-1?a=1#follow`);
  expect(response.status).toBe(200);
  const account = await me(reader);
  expect(account.headers.get('Cache-Control')).toBe('private, no-store');
  expect(await account.json()).toMatchObject({ data: { issuer: issuer.address, subject: 'ada' } });
});

test('the issuer is asked for a code with PKCE, state and nonce', async () => {
  const response = await readerOf(live).ask(signInAddress('/'));
  const { origin, searchParams } = new URL(response.headers.get('Location') ?? '');
  expect(origin).toBe(issuer.address);
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: 'model-tracker',
    response_type: 'code',
    redirect_uri: `${publicUrl}${callbackPath}`,
    scope: 'openid',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
});

test('the session’s cookie is HttpOnly and SameSite=Lax', async () => {
  const { reader, address } = await returningReader();
  const [flow, session, hint] = (await reader.ask(address)).headers.getSetCookie();
  expect(flow).toMatch(/^sign-in=; Max-Age=0; Path=\/api\/v1\/auth/);
  expect(session).toMatch(/^session=[\w.-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(hint).toBe('signed-in=1; Max-Age=2592000; Path=/; SameSite=Lax');
});

test('a signed-in reader follows a model', async () => {
  const reader = await signedInReader(live);
  const response = await reader.ask(`${publicUrl}/api/v1/models/aurora-1/follow`, {
    method: 'PUT',
    headers: fromOwnPage,
  });
  expect(await response.json()).toEqual({ data: { isFollowing: true, followCount: 1 } });
  const stats = await reader.ask(`${publicUrl}/api/v1/models/aurora-1/stats`);
  expect(await stats.json()).toMatchObject({ data: { isFollowing: true } });
});

test('an answer that is sent again signs nobody in', async () => {
  const { reader, address } = await returningReader();
  const flow = reader.get(publicUrl, 'sign-in') ?? '';
  await reader.ask(address);
  const other = readerOf(live);
  await expectRefused(await other.ask(address), other, notBegun);
  other.set(publicUrl, 'sign-in', flow);
  await expectRefused(await other.ask(address), other, notFinished);
});

test('an answer to another browser’s sign-in signs nobody in', async () => {
  const { address } = await returningReader();
  const { reader: victim } = await returningReader();
  await expectRefused(await victim.ask(address), victim, notFinished);
});

test.each([
  ['another state', (address: URL) => address.searchParams.set('state', 'wrong')],
  ['no state', (address: URL) => address.searchParams.delete('state')],
  ['another code', (address: URL) => address.searchParams.set('code', 'wrong')],
  ['no code', (address: URL) => address.searchParams.delete('code')],
  ['another issuer', (address: URL) => address.searchParams.set('iss', 'https://evil.example')],
  ['a refusal', (address: URL) => address.searchParams.set('error', 'access_denied')],
])('an answer with %s signs nobody in', async (_, change) => {
  const { reader, address } = await returningReader();
  change(address);
  await expectRefused(await reader.ask(address), reader, notFinished);
});

test.each([
  ['missing', () => undefined],
  ['garbage', () => 'garbage'],
  [
    'changed by a character',
    (flow: string) => flow.slice(0, -5) + (flow.at(-5) === 'A' ? 'B' : 'A') + flow.slice(-4),
  ],
  ['a session’s cookie', () => 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl'],
])('an answer to a sign-in whose cookie is %s signs nobody in', async (_, change) => {
  const { reader, address } = await returningReader();
  const changed = change(reader.get(publicUrl, 'sign-in') ?? '');
  if (changed === undefined) reader.remove(publicUrl, 'sign-in');
  else reader.set(publicUrl, 'sign-in', changed);
  await expectRefused(await reader.ask(address), reader, notBegun);
});

test.each([
  ['just before ten minutes', 9 * 60 + 55, 302],
  ['after ten minutes', 10 * 60 + 5, 400],
])(
  'a reader who comes back %s is answered as the sign-in’s age has it',
  async (_, seconds, status) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const reader = readerOf(live);
    const begun = await reader.ask(signInAddress('/'));
    vi.setSystemTime(Date.now() + seconds * 1000);
    const { address } = await reader.follow(begun.headers.get('Location') ?? '', callbackPath);
    expect((await reader.ask(address)).status).toBe(status);
  },
);

test('a code that the issuer refuses leaves the reader who asks signed in as they were', async () => {
  const reader = await signedInReader(live);
  const { address } = await reader.follow(signInAddress('/'), callbackPath);
  address.searchParams.set('code', 'wrong');
  expect((await reader.ask(address)).status).toBe(400);
  expect((await me(reader)).status).toBe(200);
});

test('a sign-in at an issuer that is away is 503', async () => {
  const fresh = await liveApp({ env: issuer.env });
  issuer.goAway();
  const response = await readerOf(fresh).ask(signInAddress('/'));
  issuer.comeBack();
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('10');
  expect((await readerOf(fresh).ask(signInAddress('/'))).status).toBe(302);
  await fresh.close();
});
