import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveApp, liveApp, publicUrl } from '../live-app.ts';
import { articles, pushed } from './pushing.ts';
import { readAtom, readJsonFeed } from './valid-feed.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp();
});
afterEach(() => live.close());

const feeds = ['/feeds/news', '/feeds/providers/aurora-labs/news', '/feeds/models/aurora-1/news'];

async function feed(path: string): Promise<{ readonly text: string; readonly response: Response }> {
  const response = await live.app.request(`/api/v1${path}`);
  return { text: await response.clone().text(), response };
}

const atom = async (path: string) => readAtom((await feed(`${path}.atom`)).text);
const json = async (path: string) => readJsonFeed((await feed(`${path}.json`)).text);

describe.each(feeds)('%s', (path) => {
  test('without items is valid in both formats, and the same each time', async () => {
    expect((await atom(path))('/atom:feed/atom:updated')).toEqual(['2026-03-01T00:00:00.000Z']);
    expect((await json(path)).items).toEqual([]);
    expect((await feed(`${path}.atom`)).text).toBe((await feed(`${path}.atom`)).text);
  });

  test('with items that hold what markup is made of is valid in both formats', async () => {
    const title = 'a < b && "c" ]]> <script>alert(1)</script> \u0001 é 🎉';
    const summary = `<b>bold</b> & ${title}\n\nsecond`;
    await pushed(live, 'news', articles([1], { title, summary, author: '<Ada & Co>' }));
    await pushed(live, 'news', articles([2], { url: 'https://a.example/?a=1&b=<2>' }));
    const plain = title.replace('\u0001 ', '');
    expect((await atom(path))('//atom:entry/atom:title')).toEqual(['Article 2', plain]);
    expect((await json(path)).items.map((item) => item.title)).toEqual(['Article 2', plain]);
  });

  test('is of its type, with an ETag and 304', async () => {
    const types = { atom: 'application/atom+xml', json: 'application/feed+json' };
    for (const [format, type] of Object.entries(types)) {
      const { response } = await feed(`${path}.${format}`);
      expect(response.headers.get('Content-Type')).toBe(`${type}; charset=utf-8`);
      const etag = response.headers.get('ETag') ?? '';
      expect(etag).toMatch(/^"/);
      const again = await live.app.request(`/api/v1${path}.${format}`, {
        headers: { 'If-None-Match': etag },
      });
      expect(again.status).toBe(304);
    }
  });

  test('has the fifty newest', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
    await pushed(live, 'news', articles(numbers));
    const { items } = await json(path);
    expect(items.map(({ title }) => title)).toEqual(
      numbers
        .slice(10)
        .map((number) => `Article ${number}`)
        .toReversed(),
    );
  });
});

test('a feed says where it is, and which page shows the same', async () => {
  const read = await atom('/feeds/models/aurora-1/news');
  const self = `${publicUrl}/api/v1/feeds/models/aurora-1/news.atom`;
  expect(read('/atom:feed/atom:id')).toEqual([self]);
  expect(read('/atom:feed/atom:link[@rel="self"]/@href')).toEqual([self]);
  expect(read('/atom:feed/atom:link[@rel="alternate"]/@href')).toEqual([
    `${publicUrl}/models/aurora-1`,
  ]);
  expect(read('/atom:feed/atom:title')).toEqual(['News of Aurora 1']);
  expect(await json('/feeds/providers/aurora-labs/news')).toMatchObject({
    title: 'News of Aurora Labs',
    home_page_url: `${publicUrl}/providers/aurora-labs`,
    feed_url: `${publicUrl}/api/v1/feeds/providers/aurora-labs/news.json`,
  });
});

test('an item has one id in every feed, and keeps it whatever else of it changes', async () => {
  await pushed(live, 'news', articles([1]));
  const idIn = async (path: string) => (await json(path)).items.map(({ id }) => id);
  const [id] = await idIn('/feeds/news');
  expect(id).toMatch(/^tag:127\.0\.0\.1,2026:items\/[0-9a-f]{24}$/);
  expect((await atom('/feeds/news'))('//atom:entry/atom:id')).toEqual([id]);
  await pushed(live, 'news', articles([1], { title: 'Anew', url: 'https://elsewhere.example/1' }));
  for (const path of feeds) expect(await idIn(path)).toEqual([id]);
});

test('a feed has no discussions, no jobs and nothing of others', async () => {
  await pushed(live, 'discussions', articles([1]));
  await pushed(live, 'jobs', articles([1], { company: 'Aurora Labs' }));
  await pushed(live, 'news', articles([1], { models: ['borealis-7b'] }));
  expect((await json('/feeds/news')).items).toHaveLength(1);
  expect((await json('/feeds/models/aurora-1/news')).items).toEqual([]);
  expect((await json('/feeds/providers/aurora-labs/news')).items).toEqual([]);
  expect((await json('/feeds/providers/borealis/news')).items).toHaveLength(1);
});

test.each([
  ['/feeds/models/nobody/news.atom', 404],
  ['/feeds/providers/nobody/news.json', 404],
  ['/feeds/news.rss', 404],
  ['/feeds/news.atom?page=2', 400],
])('%s is %i', async (path, status) => {
  expect((await feed(path)).response.status).toBe(status);
});

test('the feed of an alias is at its model’s', async () => {
  const [alias, slug] = [...live.services.catalog.aliases][0] ?? [];
  const response = await live.app.request(`/api/v1/feeds/models/${alias}/news.atom`);
  expect(response.status).toBe(308);
  expect(response.headers.get('Location')).toBe(`/api/v1/feeds/models/${slug}/news.atom`);
});

describe('what is no feed is found out:', () => {
  const entry =
    '<entry><id>tag:a,2026:1</id><title>t</title><updated>2026-01-01T00:00:00Z</updated>';
  const wrap = (inside: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://a.example</id><title>t</title><updated>2026-01-01T00:00:00Z</updated><link rel="self" href="https://a.example"/>${inside}</feed>`;

  test.each([
    ['no XML', '<feed'],
    ['no title', wrap('').replace('<title>t</title>', '')],
    ['a time that is none', wrap('').replace('2026-01-01T00:00:00Z', 'yesterday')],
    ['a title of no type', wrap('').replace('<title>', '<title type="markdown">')],
    [
      'an entry of nobody',
      wrap(`${entry}<link rel="alternate" href="https://a.example/1"/></entry>`),
    ],
    ['an id that is none', wrap('').replace('https://a.example</id>', 'a</id>')],
  ])('Atom with %s', (_, text) => {
    expect(() => readAtom(wrap(''))).not.toThrow();
    expect(() => readAtom(text)).toThrow();
  });

  test.each([
    ['another version', { version: 'https://jsonfeed.org/version/1', title: 't', items: [] }],
    ['no items', { version: 'https://jsonfeed.org/version/1.1', title: 't' }],
    [
      'an item without content',
      { version: 'https://jsonfeed.org/version/1.1', title: 't', items: [{ id: 'tag:a,2026:1' }] },
    ],
  ])('JSON Feed with %s', (_, value) => {
    expect(() => readJsonFeed(JSON.stringify(value))).toThrow();
  });
});
