import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type LiveApp, liveApp } from '../live-app.ts';
import {
  adasClaims,
  type IssuerKey,
  issuerKey,
  type OutsideIssuer,
  outsideIssuer,
  signedBy,
} from './outside-issuer.ts';

const discovery = '/.well-known/openid-configuration';

let first: IssuerKey;
let second: IssuerKey;
let issuer: OutsideIssuer;
let live: LiveApp;

beforeAll(async () => {
  [first, second] = await Promise.all([issuerKey('first'), issuerKey('second')]);
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  issuer = await outsideIssuer([first]);
  live = await liveApp({ env: issuer.env });
});

afterEach(async () => {
  vi.useRealTimers();
  await live.close();
  await issuer.close();
});

async function askWith(key: IssuerKey): Promise<Response> {
  const token = await signedBy(key, adasClaims(issuer.address));
  return live.app.request('/api/v1/me', { headers: { Authorization: `Bearer ${token}` } });
}

const statusWith = async (key: IssuerKey): Promise<number> => (await askWith(key)).status;

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

test('nothing is asked of the issuer before the first token', () => {
  expect(issuer.asked).toEqual([]);
});

test('the keys are asked for once, however many tokens come at once', async () => {
  const statuses = await Promise.all(Array.from({ length: 50 }, () => statusWith(first)));
  expect(new Set(statuses)).toEqual(new Set([200]));
  pass(9 * 60);
  expect(await statusWith(first)).toBe(200);
  expect(issuer.asked).toEqual([discovery, '/keys']);
});

test('the keys are asked for again every ten minutes, and one that is gone signs nobody in', async () => {
  await statusWith(first);
  await issuer.publish([second]);
  pass(10 * 60 + 1);
  await statusWith(first);
  await expect.poll(() => statusWith(first)).toBe(401);
  expect(issuer.asked).toEqual([discovery, '/keys', discovery, '/keys']);
});

test('a new key is picked up by the first token that names it', async () => {
  await statusWith(first);
  await issuer.publish([second, first]);
  pass(6);
  expect(await statusWith(second)).toBe(200);
  expect(await statusWith(first)).toBe(200);
});

test('keys that nobody has are asked for once in five seconds', async () => {
  await statusWith(first);
  pass(4);
  for (let count = 0; count < 20; count += 1) expect(await statusWith(second)).toBe(401);
  expect(issuer.asked).toHaveLength(2);
  pass(2);
  for (let count = 0; count < 20; count += 1) expect(await statusWith(second)).toBe(401);
  expect(issuer.asked).toHaveLength(4);
});

test('keys that moved to another address are found there', async () => {
  await statusWith(first);
  await issuer.publish([second], '/moved');
  pass(6);
  expect(await statusWith(second)).toBe(200);
  expect(await statusWith(first)).toBe(401);
  expect(issuer.asked.slice(2, 4)).toEqual([discovery, '/moved']);
});

test('an issuer that is away signs nobody out', async () => {
  await statusWith(first);
  issuer.goAway();
  for (const minutes of [1, 11, 60]) {
    pass(minutes * 60);
    expect(await statusWith(first)).toBe(200);
  }
  await expect.poll(() => live.lines.join('\n')).toContain('"event":"keys-not-refreshed"');
});

test('a token that needs keys of an issuer that is away is 503, until it is back', async () => {
  issuer.goAway();
  const refused = await askWith(first);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('Retry-After')).toBe('10');
  expect(await refused.json()).toMatchObject({
    status: 503,
    detail: 'The sign-in service cannot be reached, so the token could not be checked.',
  });
  issuer.comeBack();
  expect(await statusWith(first)).toBe(200);
});

test('an unknown key of an issuer that is away is 503, since it may be a new one', async () => {
  await statusWith(first);
  issuer.goAway();
  pass(6);
  expect(await statusWith(second)).toBe(503);
});

test('an issuer that calls itself otherwise is not trusted, and the log says why', async () => {
  const renamed = issuer.address.replace('127.0.0.1', 'localhost');
  const misled = await liveApp({ env: { ...issuer.env, AUTH_ISSUER: renamed } });
  const token = await signedBy(first, adasClaims(renamed));
  const response = await misled.app.request('/api/v1/me', {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(503);
  expect(misled.lines.join('\n')).toContain(`${renamed} calls itself ${issuer.address}`);
  await misled.close();
});
