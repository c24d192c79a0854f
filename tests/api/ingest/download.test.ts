import type { ServerResponse } from 'node:http';
import { brotliCompressSync, createGzip, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { downloader } from '../../../api/ingest/download.ts';
import type { NetworkRules } from '../../../api/ingest/network.ts';
import { localRules, localSite } from './local-site.ts';

const megabyte = 1024 * 1024;

/** What a download from a local site that answers so brings, or fails of. */
async function downloaded(
  answer: (response: ServerResponse, path: string) => void,
  {
    rules = localRules,
    path = '/',
    headers = {},
  }: {
    readonly rules?: NetworkRules;
    readonly path?: string;
    readonly headers?: { readonly etag?: string; readonly lastModified?: string };
  } = {},
) {
  const site = await localSite(({ url }, response) => answer(response, url ?? ''));
  const { download, close } = downloader('ModelTracker/test (+https://tracker.example)', rules);
  const wanted = { url: site.origin + path, accept: 'text/xml', mostBytes: megabyte, ...headers };
  const got = await download(wanted).catch((error: unknown) => ({
    error,
    url: '',
    body: undefined,
  }));
  await close();
  return { ...got, site, text: got.body?.toString() };
}

const failureOf = async (...given: Parameters<typeof downloaded>) => {
  const { error, site } = (await downloaded(...given)) as {
    error?: Error;
    site: { origin: string };
  };
  const { code, message, isPassing, retryAfterMs } = error as unknown as Record<string, unknown>;
  const host = new URL(site.origin).host;
  return { code, message: String(message).replaceAll(host, 'HOST'), isPassing, retryAfterMs };
};

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

test.each([
  [
    'a sixth redirect',
    (response: ServerResponse, path: string) =>
      response.writeHead(301, { Location: `${path}x` }).end(),
    'redirects',
    'it sent us on more than 5 times',
  ],
  [
    'a redirect loop',
    (response: ServerResponse, path: string) =>
      response.writeHead(301, { Location: path === '/a' ? '/b' : '/a' }).end(),
    'redirects',
    'it sent us round in a circle by way of http://HOST/a',
  ],
  [
    'a redirect to nowhere',
    (response: ServerResponse) => response.writeHead(302).end(),
    'redirects',
    'it answered 302 without saying where to',
  ],
  [
    'a redirect to a file',
    (response: ServerResponse) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
    'address-refused',
    'file:///etc/passwd is not on the web',
  ],
  [
    'a redirect to a private address',
    (response: ServerResponse) =>
      response.writeHead(302, { Location: 'http://192.168.1.1/admin' }).end(),
    'address-refused',
    '192.168.1.1 is not on the public internet',
  ],
  [
    'a redirect to where clouds tell of a machine',
    (response: ServerResponse) =>
      response.writeHead(307, { Location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    'address-refused',
    '169.254.169.254 is not on the public internet',
  ],
  [
    'an address written as one number',
    (response: ServerResponse) => response.writeHead(302, { Location: 'http://167772161/' }).end(),
    'address-refused',
    '10.0.0.1 is not on the public internet',
  ],
  [
    'a page that is gone',
    (response: ServerResponse) => response.writeHead(410).end(),
    'status',
    'it answered 410 (Gone)',
  ],
  [
    'an answer without content',
    (response: ServerResponse) => response.writeHead(204).end(),
    'status',
    'it answered 204 (No Content)',
  ],
  [
    'an answer of two megabytes',
    (response: ServerResponse) => response.end(Buffer.alloc(2 * megabyte)),
    'too-large',
    'it answered more than 1 MB',
  ],
  [
    'a gzip bomb',
    (response: ServerResponse) => {
      response.setHeader('Content-Encoding', 'gzip');
      const zip = createGzip();
      zip.pipe(response);
      for (let i = 0; i < 64; i += 1) zip.write(Buffer.alloc(megabyte));
      zip.end();
    },
    'too-large',
    'it answered more than 1 MB',
  ],
  [
    'an encoding that was not asked for',
    (response: ServerResponse) => response.setHeader('Content-Encoding', 'x-own').end('x'),
    'unreadable',
    'it answered in the encoding "x-own", which was not asked for',
  ],
])('%s ends as an error that asking again does not help', async (_, answer, code, message) => {
  expect(await failureOf(answer, { path: '/a' })).toEqual({
    code,
    message,
    isPassing: false,
    retryAfterMs: undefined,
  });
});

test.each([
  [
    'a connection that is cut in the middle',
    (response: ServerResponse) => {
      response.writeHead(200, { 'Content-Length': 1000 }).write('<rss>');
      setTimeout(() => response.destroy(), 20);
    },
    'network',
    /^the connection to HOST broke/,
  ],
  [
    'a compressed answer that is cut in the middle',
    (response: ServerResponse) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync('a'.repeat(10_000)).subarray(0, 30));
    },
    'network',
    /^the connection to HOST broke \(unexpected end of file\)/,
  ],
  [
    'something else than what it says it is',
    (response: ServerResponse) => response.setHeader('Content-Encoding', 'gzip').end('not gzip'),
    'network',
    /^the connection to HOST broke \(incorrect header check\)/,
  ],
  [
    'an answer that never begins',
    () => undefined,
    'timeout',
    /^HOST took a connection and did not answer in time$/,
  ],
  [
    'an answer that drips',
    (response: ServerResponse) => {
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    },
    'timeout',
    /^HOST did not finish its answer in time$/,
  ],
  [
    'a server in trouble',
    (response: ServerResponse) => response.writeHead(503).end(),
    'status',
    /^it answered 503 \(Service Unavailable\)$/,
  ],
])('%s ends as an error that may pass', async (_, answer, code, message) => {
  expect(await failureOf(answer)).toEqual({
    code,
    message: expect.stringMatching(message),
    isPassing: true,
    retryAfterMs: undefined,
  });
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['soon', undefined],
])('Retry-After: %s is told in milliseconds', async (given, retryAfterMs) => {
  const failure = await failureOf((response) =>
    response.writeHead(429, { 'Retry-After': given }).end(),
  );
  expect(failure).toMatchObject({ code: 'status', isPassing: true, retryAfterMs });
});

test('Retry-After with a date is the time until then', async () => {
  const { retryAfterMs } = await failureOf((response) =>
    response.writeHead(429, { 'Retry-After': new Date(Date.now() + 60_000).toUTCString() }).end(),
  );
  expect(Number(retryAfterMs) / 1000).toBeGreaterThan(55);
  expect(Number(retryAfterMs) / 1000).toBeLessThanOrEqual(60);
});

test('a download that is called off ends at once', async () => {
  const site = await localSite(() => undefined);
  const { download, close } = downloader('ModelTracker/test', localRules);
  const signal = AbortSignal.timeout(20);
  const asked = download({ url: site.origin, accept: '*/*', mostBytes: megabyte, signal });
  await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  await close();
});
