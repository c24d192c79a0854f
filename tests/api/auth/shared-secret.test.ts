import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../../src/settings.ts';
import { authSecret, type LiveApp, liveApp, publicUrl } from '../live-app.ts';
import { secondsFromNow } from './outside-issuer.ts';

let live: LiveApp;

beforeAll(async () => {
  live = await liveApp();
});

afterAll(() => live.close());

const statusOf = async (token: string): Promise<number> => {
  const headers = { Authorization: `Bearer ${token}` };
  return (await live.app.request('/api/v1/me', { headers })).status;
};

const claimsWith = (changes: JWTPayload): JWTPayload => ({
  iss: publicUrl,
  aud: publicUrl,
  sub: 'ada',
  exp: secondsFromNow(3600),
  ...changes,
});

const signed = (changes: JWTPayload, { alg = 'HS256', secret = authSecret } = {}) =>
  new SignJWT(claimsWith(changes))
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(secret));

test('a token signed with the shared secret is accepted', async () => {
  expect(await statusOf(await signed({}))).toBe(200);
});

test.each<[string, () => Promise<string> | string]>([
  ['another secret', () => signed({}, { secret: `${authSecret}!` })],
  [
    'another algorithm of the same secret',
    () => signed({}, { alg: 'HS512', secret: authSecret.repeat(2) }),
  ],
  ['no signature', () => new UnsecuredJWT(claimsWith({})).encode()],
  ['another issuer', () => signed({ iss: 'https://elsewhere.example' })],
  ['another audience', () => signed({ aud: 'https://elsewhere.example' })],
  ['an end that is past', () => signed({ exp: secondsFromNow(-6) })],
  ['a start ahead', () => signed({ nbf: secondsFromNow(20) })],
  ['no end', () => signed({ exp: undefined })],
  ['no user', () => signed({ sub: undefined })],
  [
    'a key pair, where no issuer publishes one',
    async () => {
      const { privateKey } = await generateKeyPair('RS256');
      return new SignJWT(claimsWith({})).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    },
  ],
])('a token with %s is refused', async (_, token) => {
  expect(await statusOf(await token())).toBe(401);
});

test.each([
  ['31 letters', 'a'.repeat(31)],
  ['31 bytes in fewer letters', `${'é'.repeat(15)}a`],
])('a secret of %s stops the start', (_, secret) => {
  expect(() => readSettings({ AUTH_SECRET: secret })).toThrow(
    'AUTH_SECRET is shorter than 32 bytes, so it could be guessed',
  );
});

test('a secret of 32 bytes is long enough', () => {
  expect(readSettings({ AUTH_SECRET: 'é'.repeat(16) }).auth.secret).toBe('é'.repeat(16));
});

test('where a platform signs users in, this site has no sign-in of its own', async () => {
  const response = await live.app.request('/api/v1/auth/sign-in');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    detail: 'This site signs nobody in itself.',
  });
});
