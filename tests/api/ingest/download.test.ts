import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { downloader } from '../../../api/ingest/download.ts';
import { downloaded, megabyte } from './downloaded.ts';
import { localRules, localSite } from './local-site.ts';

test('a request says who asks, for what, and in which encodings', async () => {
  const { site } = await downloaded((response) => response.end('x'));
  expect(site.requests[0]?.headers).toMatchObject({
    'user-agent': 'ModelTracker/test (+https://tracker.example)',
    accept: 'text/xml',
    'accept-encoding': 'gzip, deflate, br',
  });
});

test.each([
  ['plain', undefined, Buffer.from('text')],
  ['gzip', 'gzip', gzipSync('text')],
  ['brotli', 'br', brotliCompressSync('text')],
])('an answer in %s is read', async (_, encoding, body) => {
  const { text } = await downloaded((response) => {
    if (encoding) response.setHeader('Content-Encoding', encoding);
    response.end(body);
  });
  expect(text).toBe('text');
});

test('an answer that has not changed has no body', async () => {
  const headers = { etag: '"a"', lastModified: 'Sun, 22 Nov 2026 10:00:00 GMT' };
  const { site, body } = await downloaded((response) => response.writeHead(304).end(), { headers });
  expect(body).toBeUndefined();
  expect(site.requests[0]?.headers).toMatchObject({
    'if-none-match': '"a"',
    'if-modified-since': 'Sun, 22 Nov 2026 10:00:00 GMT',
  });
});

test('five redirects are followed, and the last address is told', async () => {
  const { text, url, site } = await downloaded(
    (response, path) => {
      const step = Number(path.slice(1));
      if (step < 5) response.writeHead(302, { Location: `${step + 1}` }).end('elsewhere');
      else response.end('here');
    },
    { path: '/0' },
  );
  expect(text).toBe('here');
  expect(url).toBe(`${site.origin}/5`);
});

test('a download that is called off ends at once', async () => {
  const site = await localSite(() => undefined);
  const { download, close } = downloader('ModelTracker/test', localRules);
  const signal = AbortSignal.timeout(20);
  const asked = download({ url: site.origin, accept: '*/*', mostBytes: megabyte, signal });
  await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  await close();
});
