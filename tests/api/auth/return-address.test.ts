import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveApp, liveApp, publicUrl } from '../live-app.ts';
import { issuerKey, type OutsideIssuer, outsideIssuer } from './outside-issuer.ts';
import { callbackPath, readerOf, signInAddress } from './reader.ts';

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

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'HTTPS:evil.example',
  'evil.example',
  '@evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  ' //evil.example',
  '\t//evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '/\t\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/models/..//evil.example',
  '/%2e%2e//evil.example',
  `http://127.0.0.1:4321@evil.example`,
])('%j is no way back', async (returnTo) => {
  const response = await readerOf(live).ask(signInAddress(returnTo));
  expect(response.status).toBe(400);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await response.json()).toMatchObject({ errors: [{ path: 'query.returnTo' }] });
});

test.each([
  ['/', '/'],
  ['/models/aurora-1?a=b#c', '/models/aurora-1?a=b#c'],
  ['/%5cevil.example', '/%5cevil.example'],
  ['/%2f/evil.example', '/%2f/evil.example'],
  ['/@evil.example', '/@evil.example'],
  ['/é', '/%C3%A9'],
  ['/a\r\nSet-Cookie: session=evil', '/aSet-Cookie:%20session=evil'],
])('a reader who was at %j comes back to this site', async (returnTo, location) => {
  const reader = readerOf(live);
  const { address } = await reader.follow(signInAddress(returnTo), callbackPath);
  const response = await reader.ask(address);
  expect(response.status).toBe(302);
  expect(response.headers.get('Location')).toBe(location);
  expect(reader.get(publicUrl, 'session')).not.toBe('evil');
});

test.each([
  ['2000 characters', 'a'.repeat(1999), 302],
  ['2001 characters', 'a'.repeat(2000), 400],
  ['2001 characters once they are written as in an address', `${'é'.repeat(333)}aa`, 400],
])('a way back of %s is answered as the cookie has room', async (_, path, status) => {
  const reader = readerOf(live);
  expect((await reader.ask(signInAddress(`/${path}`))).status).toBe(status);
  expect(reader.get(publicUrl, 'sign-in')?.length ?? 0).toBeLessThan(4000);
});

test('a reader who named no way back comes to the first page', async () => {
  const reader = readerOf(live);
  const { address } = await reader.follow(`${publicUrl}/api/v1/auth/sign-in?returnTo=`);
  expect(String(address)).toBe(`${publicUrl}/`);
});
