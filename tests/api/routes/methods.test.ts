import { afterAll, expect, test } from 'vitest';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

test.each([
  ['/', 'GET, HEAD'],
  ['/models/aurora-1', 'GET, HEAD'],
  ['/favicon.svg', 'GET, HEAD'],
  ['/api/v1/models.json', 'GET, HEAD'],
  ['/api/v1/openapi.json', 'GET, HEAD'],
  ['/docs', 'GET, HEAD'],
  ['/healthz', 'GET, HEAD'],
  ['/readyz', 'GET, HEAD'],
  ['/metrics', 'GET, HEAD'],
  ['/api/v1/models', 'GET, HEAD'],
  ['/api/v1/models/popular', 'GET, HEAD'],
  ['/api/v1/models/compare', 'GET, HEAD'],
  ['/api/v1/models/aurora-1', 'GET, HEAD'],
  ['/api/v1/models/nobody', 'GET, HEAD'],
  ['/api/v1/models/aurora-1/stats', 'GET, HEAD'],
  ['/api/v1/models/aurora-1/views', 'POST'],
  ['/api/v1/models/aurora-1/follow', 'POST, PUT, DELETE'],
  ['/api/v1/models/aurora-1/follow-status', 'GET, HEAD'],
  ['/api/v1/models/aurora-1/news', 'GET, HEAD'],
  ['/api/v1/jobs', 'GET, HEAD'],
  ['/api/v1/items/jobs', 'POST'],
  ['/api/v1/feeds/news.atom', 'GET, HEAD'],
  ['/api/v1/feeds/models/aurora-1/news.json', 'GET, HEAD'],
  ['/api/v1/feeds/changes.atom', 'GET, HEAD'],
  ['/api/v1/me/feed.atom', 'GET, HEAD'],
  ['/api/v1/me/feed-key', 'POST'],
  ['/api/v1/price', 'GET, HEAD'],
  ['/api/v1/me', 'GET, HEAD, DELETE'],
  ['/api/v1/me/follows', 'GET, HEAD'],
  ['/api/v1/auth/sign-in', 'GET, HEAD'],
  ['/api/v1/auth/callback', 'GET, HEAD'],
  ['/api/v1/auth/sign-out', 'POST'],
])('another method at %s is 405 and told what is allowed', async (path, allow) => {
  const response = await app.request(path, { method: 'PATCH' });
  expect(response.status).toBe(405);
  expect(response.headers.get('Allow')).toBe(allow);
  expect(await response.json()).toMatchObject({
    status: 405,
    detail: 'PATCH does nothing here.',
    instance: path,
  });
});

test.each(['GET', 'HEAD'])('%s where only writing is possible is 405', async (method) => {
  const response = await app.request('/api/v1/models/aurora-1/follow', { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('Allow')).toBe('POST, PUT, DELETE');
});

test.each([
  ['GET', '/api/v1/nothing'],
  ['POST', '/api/v1/nothing'],
  ['POST', '/me'],
  ['GET', '/me'],
  ['PATCH', '/price'],
  ['GET', '/api/v1'],
  ['GET', '/api/v1/models/aurora-1/nothing'],
  ['GET', '/api/v1/models/'],
  ['GET', '/api/v1/models/aurora-1/'],
  ['PUT', '/api/v1/models/aurora-1/follow/'],
  ['GET', '/api/v1/me/'],
  ['GET', '/api/v1//models'],
  ['GET', '/api/v1/models/aurora-1/rumours'],
  ['GET', '/api/v1/items'],
])('%s %s is 404: there is no such address', async (method, path) => {
  expect((await app.request(path, { method })).status).toBe(404);
});

test.each([
  '/api/v1/models?limit=2',
  '/api/v1/models/popular',
  '/api/v1/models/aurora-1',
  '/api/v1/models/aurora-1/stats',
  '/api/v1/price?model=aurora-1',
  '/api/v1/news?limit=2',
  '/api/v1/feeds/news.atom',
  '/api/v1/me/feed.json',
  '/api/v1/models/nobody',
  '/api/v1/me',
  '/docs',
  '/healthz',
])('HEAD %s has the status and fields of GET and no body', async (path) => {
  const [head, get] = await Promise.all([app.request(path, { method: 'HEAD' }), app.request(path)]);
  expect(await head.text()).toBe('');
  expect(head.status).toBe(get.status);
  for (const field of ['Content-Type', 'ETag', 'Link', 'Cache-Control', 'WWW-Authenticate']) {
    expect(head.headers.get(field), field).toBe(get.headers.get(field));
  }
});

test('OPTIONS says what other origins may do: read', async () => {
  const response = await app.request('/api/v1/models', {
    method: 'OPTIONS',
    headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD');
});
