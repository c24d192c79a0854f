import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ask } from './built-app.ts';

const path = '/api/v1/models.json';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['br, gzip', 'br'],
  ['gzip, zstd', 'zstd'],
  ['gzip', 'gzip'],
  ['zstd', 'zstd'],
  ['BR', 'br'],
  ['*', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['br;q=0.8, gzip;q=0.8, zstd;q=0.9', 'zstd'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, *', 'zstd'],
  ['*;q=0.1, gzip;q=0.2', 'gzip'],
  ['gzip;q=0.001', 'gzip'],
  ['identity;q=0, gzip;q=0.5', 'gzip'],
  ['identity, gzip', 'gzip'],
])('Accept-Encoding: %s is answered in %s', async (accepted, encoding) => {
  const { headers } = await ask(path, { 'Accept-Encoding': accepted });
  expect(headers.get('Content-Encoding')).toBe(encoding);
  expect(headers.get('Vary')).toBe('Accept-Encoding');
});

test.each(['', 'identity', 'deflate', 'br;q=0', '*;q=0', 'identity;q=1, br;q=0.5', 'brotli'])(
  'Accept-Encoding: "%s" is answered with the plain file',
  async (accepted) => {
    const response = await ask(path, { 'Accept-Encoding': accepted });
    expect(response.headers.get('Content-Encoding')).toBeNull();
    expect(response.headers.get('Vary')).toBe('Accept-Encoding');
    expect(await response.json()).toMatchObject({ schemaVersion: 1 });
  },
);

test.each([
  ['br', brotliDecompressSync],
  ['zstd', zstdDecompressSync],
  ['gzip', gunzipSync],
] as const)(
  '%s unpacks to the plain file, is smaller, and tells its length',
  async (encoding, unpack) => {
    const plain = Buffer.from(await (await ask(path)).arrayBuffer());
    const response = await ask(path, { 'Accept-Encoding': encoding });
    const packed = Buffer.from(await response.arrayBuffer());
    expect(unpack(packed)).toEqual(plain);
    expect(packed.length).toBeLessThan(plain.length / 2);
    expect(response.headers.get('Content-Length')).toBe(String(packed.length));
  },
);

test('a file that would gain nothing is sent as it is', async () => {
  const response = await ask('/favicon.svg', { 'Accept-Encoding': 'br, gzip' });
  expect(response.headers.get('Content-Encoding')).toBeNull();
});
