import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type LiveApp, liveApp, signedInAs } from '../live-app.ts';

let live: LiveApp;
beforeAll(async () => {
  live = await liveApp();
  live.services.database.close();
});
afterAll(() => live.close());

test.each([
  ['PUT', '/api/v1/models/aurora-1/follow'],
  ['GET', '/api/v1/models/aurora-1/follow-status'],
  ['GET', '/api/v1/models/popular'],
  ['GET', '/api/v1/me'],
  ['GET', '/readyz'],
])('while the database is away, %s %s is 503 and says when to come back', async (method, path) => {
  const response = await live.app.request(path, { method, headers: await signedInAs('ada') });
  const shape = z.object({ status: z.literal(503), title: z.literal('Unavailable') });
  expect(shape.safeParse(await response.json()).error).toBeUndefined();
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('5');
});

test.each([
  '/api/v1/models',
  '/api/v1/models/aurora-1',
  '/api/v1/models.json',
  '/models/aurora-1',
  '/healthz',
])('while the database is away, %s is answered from memory', async (path) => {
  expect((await live.app.request(path)).status).toBe(200);
});
