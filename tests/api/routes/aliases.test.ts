import { afterAll, expect, test } from 'vitest';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

test.each([
  ['GET', 'aurora-one', '/aurora-1'],
  ['HEAD', 'aurora-one', '/aurora-1'],
  ['GET', 'aurora-one?on=2024-01-10', '/aurora-1?on=2024-01-10'],
  ['GET', 'aurora-one?colour=red&on=x', '/aurora-1?colour=red&on=x'],
  ['GET', 'aurora-1-classic/stats', '/aurora-1/stats'],
  ['POST', 'aurora-one/views', '/aurora-1/views'],
  ['POST', 'aurora-one/follow', '/aurora-1/follow'],
  ['PUT', 'aurora-one/follow', '/aurora-1/follow'],
  ['DELETE', 'aurora-one/follow', '/aurora-1/follow'],
  ['GET', 'aurora-one/follow-status', '/aurora-1/follow-status'],
  ['PATCH', 'aurora-one', '/aurora-1'],
  ['GET', 'aurora%2Done/stats', '/aurora-1/stats'],
  ['GET', 'aurora-one/aurora-one', '/aurora-1/aurora-one'],
])('%s of %s is sent on with its path and query', async (method, asked, target) => {
  const response = await app.request(`/api/v1/models/${asked}`, { method });
  expect(response.status).toBe(308);
  expect(response.headers.get('Location')).toBe(`/api/v1/models${target}`);
});

test('the address that an alias leads to answers', async () => {
  const { headers } = await app.request('/api/v1/models/aurora-one/stats');
  expect((await app.request(headers.get('Location') ?? '')).status).toBe(200);
});

test('an alias in other capitals is no alias, and is 404 with the model that it leads to', async () => {
  const response = await app.request('/api/v1/models/Aurora-One');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ suggestions: ['aurora-1', 'aurora-2'] });
});
