import { exportJWK, exportSPKI, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveApp, liveApp } from '../live-app.ts';
import {
  adasClaims,
  client,
  type IssuerKey,
  issuerKey,
  type OutsideIssuer,
  outsideIssuer,
  secondsFromNow,
  signedBy,
} from './outside-issuer.ts';

let key: IssuerKey;
let strangersKey: IssuerKey;
let issuer: OutsideIssuer;
let live: LiveApp;

beforeAll(async () => {
  [key, strangersKey] = await Promise.all([issuerKey('one'), issuerKey('one')]);
  issuer = await outsideIssuer([key]);
  live = await liveApp({ env: issuer.env });
});

afterAll(async () => {
  await live.close();
  await issuer.close();
});

const ask = (authorization: string) =>
  live.app.request('/api/v1/me', { headers: { Authorization: authorization } });

const claimsWith = (changes: JWTPayload): JWTPayload => ({
  ...adasClaims(issuer.address),
  ...changes,
});

const tokenWith = (changes: JWTPayload) => signedBy(key, claimsWith(changes));

const sharedKeyToken = (secret: string) =>
  new SignJWT(claimsWith({}))
    .setProtectedHeader({ alg: 'HS256', kid: key.kid })
    .sign(new TextEncoder().encode(secret));

test('a token that the issuer itself gave out names its user', async () => {
  const response = await fetch(`${issuer.address}/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${btoa(`${client.id}:${encodeURIComponent(client.secret)}`)}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  const me = await ask(`Bearer ${token}`);
  expect(me.status).toBe(200);
  expect(await me.json()).toMatchObject({ data: { issuer: issuer.address, subject: client.id } });
});

test.each<[string, () => JWTPayload]>([
  ['signed by the issuer, for this audience', () => ({})],
  ['for several audiences, this one among them', () => ({ aud: ['another', 'the-api'] })],
  ['that expired less than the leeway ago', () => ({ exp: secondsFromNow(-2) })],
  ['that holds from less than the leeway ahead', () => ({ nbf: secondsFromNow(4) })],
])('a token %s is accepted', async (_, changes) => {
  const me = await ask(`Bearer ${await tokenWith(changes())}`);
  expect(me.status).toBe(200);
  expect(await me.json()).toMatchObject({ data: { issuer: issuer.address, subject: 'ada' } });
});

test('the name of the scheme is read in any case', async () => {
  expect((await ask(`bearer ${await tokenWith({})}`)).status).toBe(200);
});

test.each<[string, () => Promise<string> | string]>([
  ['signed with a stranger’s key', () => signedBy(strangersKey, claimsWith({}))],
  ['of another issuer', () => tokenWith({ iss: 'https://elsewhere.example' })],
  ['of the issuer’s address with a slash more', () => tokenWith({ iss: `${issuer.address}/` })],
  ['without an issuer', () => tokenWith({ iss: undefined })],
  ['for another audience', () => tokenWith({ aud: 'another-api' })],
  ['without an audience', () => tokenWith({ aud: undefined })],
  ['not valid yet', () => tokenWith({ nbf: secondsFromNow(20) })],
  ['without a user', () => tokenWith({ sub: undefined })],
  ['with an empty user', () => tokenWith({ sub: '' })],
  ['with a user of 256 characters', () => tokenWith({ sub: 'a'.repeat(256) })],
  ['without an end', () => tokenWith({ exp: undefined })],
  ['of alg none', () => new UnsecuredJWT(claimsWith({})).encode()],
  [
    'signed by HS256 with the public key as PEM',
    async () => sharedKeyToken(await exportSPKI(key.publicKey)),
  ],
  [
    'signed by HS256 with the public key as JWK',
    async () => sharedKeyToken(JSON.stringify(await exportJWK(key.publicKey))),
  ],
  ['of a key that nobody has', () => signedBy({ ...key, kid: 'unknown' }, claimsWith({}))],
  ['whose claims were changed after signing', async () => tampered(await tokenWith({}))],
  ['that is garbage', () => 'garbage'],
  ['that is three dots of garbage', () => 'e30.e30.e30'],
])('a token %s is refused', async (_, token) => {
  const response = await ask(`Bearer ${await token()}`);
  expect(response.status).toBe(401);
  expect(response.headers.get('WWW-Authenticate')).toBe(
    'Bearer error="invalid_token", error_description="The token does not hold"',
  );
  expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'Not signed in',
    status: 401,
    detail: 'The token does not hold.',
    instance: '/api/v1/me',
  });
});

function tampered(token: string): string {
  const [header, , signature] = token.split('.');
  const claims = Buffer.from(JSON.stringify(claimsWith({ sub: 'eve' }))).toString('base64url');
  return [header, claims, signature].join('.');
}

test('a token that expired longer ago than the leeway is refused as such', async () => {
  const response = await ask(`Bearer ${await tokenWith({ exp: secondsFromNow(-6) })}`);
  expect(response.status).toBe(401);
  expect(response.headers.get('WWW-Authenticate')).toBe(
    'Bearer error="invalid_token", error_description="The token has expired"',
  );
});

test.each([
  'Basic YWRhOnNlY3JldA==',
  'Bearer',
  'Bearer two words',
  'DPoP e30.e30.e30',
  'e30.e30.e30',
])('an Authorization of another form is refused: %s', async (authorization) => {
  const response = await ask(authorization);
  expect(response.status).toBe(401);
  expect(response.headers.get('WWW-Authenticate')).toBe('Bearer error="invalid_request"');
  expect(await response.json()).toMatchObject({
    detail: 'The Authorization header is not of the form "Bearer …".',
  });
});

test('nobody is signed in without a token or a cookie, and is told how to be', async () => {
  const response = await live.app.request('/api/v1/me');
  expect(response.status).toBe(401);
  expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
  expect(await response.json()).toMatchObject({
    detail: 'Sign in, or send a token as "Authorization: Bearer …".',
  });
});

test('a token that does not hold is refused where none is needed', async () => {
  const response = await live.app.request('/api/v1/models/aurora-1/stats', {
    headers: { Authorization: 'Bearer garbage' },
  });
  expect(response.status).toBe(401);
});
