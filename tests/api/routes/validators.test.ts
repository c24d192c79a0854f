import { afterAll, expect, test } from 'vitest';
import { liveApp, signedInAs } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

const publicReads = [
  '/api/v1/models',
  '/api/v1/models?limit=2&sortBy=name',
  '/api/v1/models/popular',
  '/api/v1/models/compare?slugs=aurora-1,aurora-2',
  '/api/v1/models/aurora-1',
  '/api/v1/models/aurora-1?on=2024-05-01',
  '/api/v1/models/aurora-1/stats',
  '/api/v1/price?model=aurora-1&input=5&on=2026-01-01',
  '/api/v1/news',
  '/api/v1/jobs?closed=true',
  '/api/v1/models/aurora-1/discussions?limit=2',
  '/api/v1/feeds/news.atom',
  '/api/v1/feeds/models/aurora-1/news.json',
  '/api/v1/feeds/changes.json',
  '/docs',
];

test.each(publicReads)('%s has a strong ETag, and 304 for who has it already', async (path) => {
  const first = await app.request(path);
  const etag = first.headers.get('ETag') ?? '';
  expect(etag).toMatch(/^"[^"]+"$/);
  expect(first.headers.get('Cache-Control')).toBe('public, no-cache');
  const headers = { 'If-None-Match': `"other", W/${etag}` };
  for (const method of ['GET', 'HEAD']) {
    const again = await app.request(path, { method, headers });
    expect(again.status, method).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('ETag')).toBe(etag);
    expect(again.headers.get('Cache-Control')).toBe('public, no-cache');
    expect(again.headers.get('Vary')).toContain('Authorization');
    expect(again.headers.get('Content-Type')).toBeNull();
  }
  const stale = await app.request(path, { headers: { 'If-None-Match': '"other"' } });
  expect(stale.status).toBe(200);
});

test('another page has another ETag, the same page the same', async () => {
  const tag = async (query: string) =>
    (await app.request(`/api/v1/models?${query}`)).headers.get('ETag');
  expect(await tag('limit=2&page=1')).toBe(await tag('page=1&limit=2'));
  expect(await tag('limit=2&page=1')).not.toBe(await tag('limit=2&page=2'));
});

test('a changed count changes the ETag', async () => {
  const path = '/api/v1/models/aurora-2/stats';
  const before = await app.request(path);
  const headers = await signedInAs('ada');
  await app.request('/api/v1/models/aurora-2/follow', { method: 'PUT', headers });
  const after = await app.request(path, {
    headers: { 'If-None-Match': before.headers.get('ETag') ?? '' },
  });
  expect(after.status).toBe(200);
});

test.each([
  '/api/v1/models/aurora-1/stats',
  '/api/v1/models/aurora-1/follow-status',
  '/api/v1/me',
  '/api/v1/me/follows',
  '/api/v1/me/feed.atom',
  '/api/v1/models',
  '/api/v1/news',
])('%s for a user is kept by nobody', async (path) => {
  const response = await app.request(path, { headers: await signedInAs('ada') });
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  expect(response.headers.get('ETag')).toBeNull();
});

test.each(['/api/v1/models?page=0', '/api/v1/models/nobody'])(
  'a failure is no version of %s: it has no ETag and is never 304',
  async (path) => {
    const response = await app.request(path, { headers: { 'If-None-Match': '*' } });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('ETag')).toBeNull();
  },
);
