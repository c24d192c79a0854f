import { expect, test } from 'vitest';
import { ask, fixtureFiles } from './built-app.ts';

const path = '/api/v1/models.json';

const etagOf = async (headers: Readonly<Record<string, string>> = {}): Promise<string> =>
  (await ask(path, headers)).headers.get('ETag') ?? '';

test('every encoding of a file has a strong ETag of its own, the same each time', async () => {
  const asked = ['identity', 'gzip', 'zstd', 'br'];
  const etags = await Promise.all(asked.map((encoding) => etagOf({ 'Accept-Encoding': encoding })));
  expect(new Set(etags).size).toBe(asked.length);
  for (const etag of etags) expect(etag).toMatch(/^"[\w-]{22}(-\w+)?"$/);
  expect(await etagOf({ 'Accept-Encoding': 'br' })).toBe(etags.at(-1));
});

test('files that differ have ETags that differ', async () => {
  const paths = ['/', '/about', '/api/v1/models/aurora-1.json', '/api/v1/models/aurora-2.json'];
  const responses = await Promise.all(paths.map((each) => ask(each)));
  expect(new Set(responses.map(({ headers }) => headers.get('ETag'))).size).toBe(paths.length);
});

test.each([
  ['the ETag itself', (etag: string) => etag],
  ['the ETag marked as weak', (etag: string) => `W/${etag}`],
  ['a list that holds it', (etag: string) => `"other", ${etag}, "another"`],
  ['a list without spaces that holds it', (etag: string) => `"other",W/${etag}`],
  ['a star', () => '*'],
])('If-None-Match with %s is answered 304 without a body', async (_, header) => {
  const etag = await etagOf();
  const response = await ask(path, { 'If-None-Match': header(etag) });
  expect(response.status).toBe(304);
  expect(await response.text()).toBe('');
  expect(response.headers.get('ETag')).toBe(etag);
  expect(response.headers.get('Vary')).toBe('Accept-Encoding');
  expect(response.headers.get('Cache-Control')).toContain('max-age=300');
  expect(response.headers.get('Content-Type')).toBeNull();
  expect(response.headers.get('Content-Encoding')).toBeNull();
});

test.each(['"other"', '', 'W/"other"', '"*"', 'other'])(
  'If-None-Match: %s is answered with the file',
  async (header) => {
    const response = await ask(path, { 'If-None-Match': header });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ schemaVersion: 1 });
  },
);

test('the ETag of one encoding is not known for another', async () => {
  const etag = await etagOf({ 'Accept-Encoding': 'br' });
  const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': etag };
  expect((await ask(path, headers)).status).toBe(200);
});

test.each(['/', '/models/aurora-1', '/api/v1/models.json', '/api/v1/models.csv', '/favicon.svg'])(
  '%s may be kept for five minutes and shown for a day while it is renewed',
  async (each) => {
    expect((await ask(each)).headers.get('Cache-Control')).toBe(
      'public, max-age=300, stale-while-revalidate=86400',
    );
  },
);

test('assets, whose names hold a hash of their content, may be kept for ever', async () => {
  const assets = [...fixtureFiles.keys()].filter((each) => each.startsWith('/assets/'));
  expect(assets.length).toBeGreaterThan(1);
  for (const asset of assets) {
    const { headers } = await ask(asset);
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  }
});
