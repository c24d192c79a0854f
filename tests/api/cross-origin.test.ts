import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveApp, liveApp } from './live-app.ts';

const partner = 'https://partner.example';
const stranger = 'https://stranger.example';

let live: LiveApp;

beforeAll(async () => {
  live = await liveApp({ env: { CORS_ORIGINS: `${partner}, https://other.example` } });
});

afterAll(() => live.close());

/** What a browser is told before it sends a request that is not plain. */
async function preflight(origin: string, path: string, method: string, headers?: string) {
  const response = await live.app.request(path, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': method,
      ...(headers && { 'Access-Control-Request-Headers': headers }),
    },
  });
  const listed = (field: string) => response.headers.get(field)?.split(',') ?? [];
  return {
    status: response.status,
    origin: response.headers.get('Access-Control-Allow-Origin'),
    methods: listed('Access-Control-Allow-Methods'),
    headers: listed('Access-Control-Allow-Headers'),
    credentials: response.headers.get('Access-Control-Allow-Credentials'),
  };
}

test.each([
  '/api/v1/models',
  '/api/v1/models.json',
  '/api/v1/models/aurora-1/stats',
  '/api/v1/nowhere',
])('a page of any origin may read %s', async (path) => {
  const response = await live.app.request(path, { headers: { Origin: stranger } });
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
});

test('a page of any origin may ask again with an ETag', async () => {
  expect(await preflight(stranger, '/api/v1/models', 'GET', 'if-none-match')).toMatchObject({
    status: 204,
    origin: '*',
    methods: ['GET', 'HEAD'],
    headers: ['If-None-Match'],
  });
});

test.each([
  ['GET', '/api/v1/me'],
  ['PUT', '/api/v1/models/aurora-1/follow'],
  ['POST', '/api/v1/models/aurora-1/follow'],
])('a page of an unknown origin may not send a token: %s %s', async (method, path) => {
  const told = await preflight(stranger, path, method, 'authorization,content-type');
  expect(told.headers).not.toContain('authorization');
  expect(told.headers).not.toContain('Authorization');
});

test.each(['PUT', 'DELETE'])('a page of an unknown origin may not %s', async (method) => {
  const { methods } = await preflight(stranger, '/api/v1/models/aurora-1/follow', method);
  expect(methods).not.toContain(method);
});

test('a page of an unknown origin cannot read what a write answers', async () => {
  const response = await live.app.request('/api/v1/models/aurora-1/follow', {
    method: 'POST',
    headers: { Origin: stranger },
  });
  expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test.each([partner, 'https://other.example'])(
  'a page of %s may send tokens, and no cookies',
  async (origin) => {
    const path = '/api/v1/models/aurora-1/follow';
    expect(await preflight(origin, path, 'PUT', 'authorization')).toEqual({
      status: 204,
      origin,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      headers: ['Authorization', 'Content-Type'],
      credentials: null,
    });
    const response = await live.app.request(path, { method: 'PUT', headers: { Origin: origin } });
    expect(response.status).toBe(401);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(origin);
    expect(response.headers.get('Vary')).toContain('Origin');
  },
);

test('an origin that only begins as a configured one is unknown', async () => {
  const { origin } = await preflight(`${partner}.evil.example`, '/api/v1/me', 'GET');
  expect(origin).toBe('*');
});
