import { afterAll, expect, test } from 'vitest';
import { liveApp } from './live-app.ts';

const { app, services, close } = await liveApp();
afterAll(close);

test('healthz says that the process is alive', async () => {
  const response = await app.request('/healthz');
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({ status: 'alive' });
});

test('readyz says which catalog is served and that the database is migrated', async () => {
  const response = await app.request('/readyz');
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({
    status: 'ready',
    migrations: expect.any(Number),
    catalog: {
      day: '2026-03-01',
      version: expect.stringMatching(/^[0-9a-f]{16}$/),
      models: 5,
    },
  });
});

test('readyz of a database that lacks a migration is 503', async () => {
  const behind = await liveApp();
  await behind.services.writes.write([
    'DELETE FROM migrations WHERE number = (SELECT max(number) FROM migrations)',
  ]);
  const response = await behind.app.request('/readyz');
  expect(response.status).toBe(503);
  const { detail } = (await response.json()) as { detail: string };
  expect(detail).toMatch(/^The database has \d of \d migrations\.$/);
  await behind.close();
});

test('without its database the server is alive, not ready, and says when to ask again', async () => {
  const stopped = await liveApp();
  await stopped.stop();
  const ready = await stopped.app.request('/readyz');
  expect(ready.status).toBe(503);
  expect(ready.headers.get('Retry-After')).toBe('5');
  expect(await ready.json()).toMatchObject({
    title: 'Unavailable',
    detail: 'The database cannot be reached.',
  });
  expect((await stopped.app.request('/healthz')).status).toBe(200);
  expect((await stopped.app.request('/api/v1/models')).status).toBe(200);
  expect((await stopped.app.request('/models/aurora-1')).status).toBe(200);
  await stopped.close();
});

test('metrics count requests by route, never by path', async () => {
  const live = await liveApp();
  for (const path of [
    '/api/v1/models/aurora-1',
    '/api/v1/models/aurora-2',
    '/api/v1/models/nobody',
    '/api/v1/models',
    '/models/aurora-1',
    '/no-such-page-1',
    '/api/v1/no-such-thing-2',
  ]) {
    await live.app.request(path);
  }
  await live.app.request('/api/v1/models/aurora-1/follow', { method: 'PUT' });
  const response = await live.app.request('/metrics');
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  const counted = text.split('\n').filter((line) => line.startsWith('http_requests_total{'));
  expect(counted.toSorted()).toMatchInlineSnapshot(`
    [
      "http_requests_total{method="GET",route="*",status="200"} 1",
      "http_requests_total{method="GET",route="*",status="404"} 2",
      "http_requests_total{method="GET",route="/api/v1/models",status="200"} 1",
      "http_requests_total{method="GET",route="/api/v1/models/:slug",status="200"} 2",
      "http_requests_total{method="GET",route="/api/v1/models/:slug",status="404"} 1",
      "http_requests_total{method="PUT",route="/api/v1/models/:slug/follow",status="401"} 1",
    ]
  `);
  expect(text).not.toMatch(/aurora|nobody|no-such/);
  await live.close();
});

test('metrics are Prometheus text: each family has its help and type before its values', async () => {
  const text = await (await app.request('/metrics')).text();
  const families = [...text.matchAll(/^# TYPE (\w+) (?:counter|gauge|histogram|summary)$/gm)];
  const names = families.map(([, name]) => String(name));
  expect(names).toEqual(
    expect.arrayContaining([
      'http_requests_total',
      'http_request_duration_seconds',
      'catalog_models',
      'catalog_info',
      'process_cpu_seconds_total',
    ]),
  );
  for (const name of names) expect(text).toContain(`# HELP ${name} `);
  const values = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of values) expect(line).toMatch(/^\w+(\{.*\})? (-?[\d.e+-]+|\+Inf|NaN)$/);
});

test('metrics tell which catalog is served', async () => {
  const text = await (await app.request('/metrics')).text();
  expect(text).toContain('catalog_models 5\n');
  expect(text).toContain(
    `catalog_info{version="${services.catalog.version}",day="2026-03-01"} 1\n`,
  );
});
