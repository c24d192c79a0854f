import type { ServerResponse } from 'node:http';
import { createGzip, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { failureOf, megabyte } from './downloaded.ts';

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
