import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readSource, type Validators } from '../../../api/ingest/read-source.ts';
import { aSource, localParts, localSite, now, rssOf, withoutRobots } from './local-site.ts';

const span = { now, since: undefined };

const read = (address: string, validators: Validators = {}) =>
  readSource(aSource({ address }), span, validators, localParts());

test('a feed is read into items, and what it is recognised by is told', async () => {
  const site = await localSite(
    withoutRobots((_, response) =>
      response
        .writeHead(200, { ETag: '"7"', 'Last-Modified': 'Sun, 22 Nov 2026 10:00:00 GMT' })
        .end(rssOf(2)),
    ),
  );
  const { reading, ...validators } = await read(`${site.origin}/feed`);
  expect(reading?.items.map(({ title }) => title)).toEqual(['Item 0', 'Item 1']);
  expect(validators).toEqual({ etag: '"7"', lastModified: 'Sun, 22 Nov 2026 10:00:00 GMT' });
});

test('a feed that has not changed brings no reading', async () => {
  const site = await localSite(
    withoutRobots(({ headers }, response) =>
      response.writeHead(headers['if-none-match'] === '"7"' ? 304 : 200).end(rssOf(1)),
    ),
  );
  expect((await read(`${site.origin}/feed`, { etag: '"7"' })).reading).toBeUndefined();
  expect((await read(`${site.origin}/feed`, { etag: '"6"' })).reading).toBeDefined();
});

test('a relative link is resolved against the address that redirects led to', async () => {
  const site = await localSite(
    withoutRobots(({ url }, response) => {
      if (url === '/feed') response.writeHead(301, { Location: '/blog/feed.xml' }).end();
      else
        response.end(
          '<rss version="2.0"><channel><item><title>A</title><link>a</link></item></channel></rss>',
        );
    }),
  );
  const { reading } = await read(`${site.origin}/feed`);
  expect(reading?.items[0]?.url).toBe(`${site.origin}/blog/a`);
});

test('the charset of the header is that of the text', async () => {
  const site = await localSite(
    withoutRobots((_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/xml; charset=windows-1251' })
        .end(
          Buffer.from([
            ...Buffer.from('<rss version="2.0"><channel><item><link>/a</link><title>'),
            0xcf,
            0xf0,
            0xe8,
            0xe2,
            0xe5,
            0xf2,
            ...Buffer.from('</title></item></channel></rss>'),
          ]),
        ),
    ),
  );
  const { reading } = await read(`${site.origin}/feed`);
  expect(reading?.items[0]?.title).toBe('Привет');
});

test.each([
  ['an HTML page', '<!doctype html><h1>Blocked</h1>', 'it answered an HTML page, not a feed'],
  ['garbage', '\u0000\u0001\u0002 garbage', 'it answered text, not a feed'],
  ['nothing', '', 'it answered nothing'],
])(
  '%s in place of a feed is an error that asking again does not help',
  async (_, body, message) => {
    const site = await localSite(withoutRobots((__, response) => response.end(body)));
    await expect(read(`${site.origin}/feed`)).rejects.toMatchObject({
      code: 'unreadable',
      message,
    });
    expect(site.requests.filter(({ url }) => url === '/feed')).toHaveLength(1);
  },
);

test('ten megabytes end as an error, compressed or not', async () => {
  const body = Buffer.alloc(10 * 1024 * 1024, ' ');
  const site = await localSite(
    withoutRobots(({ url }, response) => {
      if (url === '/plain') response.end(body);
      else response.setHeader('Content-Encoding', 'gzip').end(gzipSync(body));
    }),
  );
  for (const path of ['/plain', '/gzip']) {
    await expect(read(site.origin + path)).rejects.toMatchObject({
      code: 'too-large',
      message: 'it answered more than 5 MB',
    });
  }
});

test('a site in trouble is asked again, twice, and what it then answers counts', async () => {
  let asked = 0;
  const site = await localSite(
    withoutRobots((_, response) => {
      asked += 1;
      if (asked < 3) response.writeHead(500).end();
      else response.end(rssOf(1));
    }),
  );
  expect((await read(`${site.origin}/feed`)).reading?.items).toHaveLength(1);
  expect(asked).toBe(3);
});

test('a connection that is cut in the middle is made again', async () => {
  let asked = 0;
  const site = await localSite(
    withoutRobots((_, response) => {
      asked += 1;
      if (asked > 1) return response.end(rssOf(1));
      response.writeHead(200, { 'Content-Length': 5000 }).write('<rss>');
      return setTimeout(() => response.destroy(), 10);
    }),
  );
  expect((await read(`${site.origin}/feed`)).reading?.items).toHaveLength(1);
});

test('a site that stays in trouble ends as an error after the third time', async () => {
  const site = await localSite(withoutRobots((_, response) => response.writeHead(502).end()));
  await expect(read(`${site.origin}/feed`)).rejects.toMatchObject({
    message: 'it answered 502 (Bad Gateway)',
  });
  expect(site.requests.filter(({ url }) => url === '/feed')).toHaveLength(3);
});

test('a wait that a site asks for is kept', async () => {
  const times: number[] = [];
  const site = await localSite(
    withoutRobots((_, response) => {
      times.push(performance.now());
      if (times.length === 1) response.writeHead(429, { 'Retry-After': '1' }).end();
      else response.end(rssOf(1));
    }),
  );
  await read(`${site.origin}/feed`);
  const [first = 0, second = 0] = times;
  expect(second - first).toBeGreaterThan(990);
});

test('a wait that is too long for one reading is left to the next', async () => {
  const site = await localSite(
    withoutRobots((_, response) => response.writeHead(429, { 'Retry-After': '3600' }).end()),
  );
  await expect(read(`${site.origin}/feed`)).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
  expect(site.requests.filter(({ url }) => url === '/feed')).toHaveLength(1);
});

test('a source of several searches is asked for each, one after the other', async () => {
  const site = await localSite((_, response) => response.end('{"hits":[]}'));
  const source = aSource({
    reader: 'hacker-news',
    kind: 'discussions',
    address: site.origin,
    queries: ['a', 'b', 'c'],
  });
  await readSource(source, span, { etag: '"7"' }, localParts());
  expect(
    site.requests.map(({ url }) => new URL(url ?? '', site.origin).searchParams.get('query')),
  ).toEqual(['a', 'b', 'c']);
  // One answer's validator says nothing of another search.
  expect(site.requests.some(({ headers }) => 'if-none-match' in headers)).toBe(false);
});
