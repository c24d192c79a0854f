import { expect, test } from 'vitest';
import { ask } from './built-app.ts';

test.each([
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/..%5c..%5cetc%5cpasswd',
  '/models/..%2f..%2fpackage.json',
  '/%252e%252e/%252e%252e/etc/passwd',
  '/%00',
  '/models/aurora-1%00',
  '/models/aurora-1%00.html',
  '/%',
  '/%zz',
  '/%E0%A4%A',
  '/models/%ff%fe/',
  '/__proto__',
  '/models/constructor',
  '/api/v1/models/__proto__.json',
  '//evil.example',
  '//evil.example/',
  '//evil.example/index.html',
  '//evil.example/%2e%2e%2f',
  '/\\evil.example/',
  '/%5cevil.example/',
  '/%2fevil.example/',
  '/%2f%2fevil.example/index/',
  '//models/aurora-1/',
  '/http://evil.example/',
  '/models/aurora-1;/',
])('%s is 404 and leads nowhere', async (path) => {
  const response = await ask(path);
  expect(response.status).toBe(404);
  expect(response.headers.get('Location')).toBeNull();
});

// Four times what a server takes from the wire, so that time by the square of the length stands out.
const long = 60_000;

test.each([
  ['one long name', `/${'a'.repeat(long)}`],
  ['a long name of a model', `/models/${'aurora-1'.repeat(long / 8)}`],
  ['a long name of a document', `/api/v1/models/${'aurora-1'.repeat(long / 8)}.json`],
  ['many folders', '/a'.repeat(long / 2)],
  ['many slashes', `${'/'.repeat(long)}a`],
  ['many endings', `/a${'.html'.repeat(long / 5)}`],
  ['many escapes', `/${'%25'.repeat(long / 3)}`],
])('a path of %s is 404 within seconds', async (_, path) => {
  const start = performance.now();
  expect((await ask(path)).status).toBe(404);
  expect(performance.now() - start).toBeLessThan(5000);
});

test.each(['//', '///', '/index//', '/models/aurora-1//?to=//evil.example'])(
  '%s leads to an address of this site',
  async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(301);
    expect(response.headers.get('Location')).toMatch(/^\/(?!\/)/);
  },
);
