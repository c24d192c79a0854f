import { expect, test } from 'vitest';
import { readingOf } from '../reading-of.ts';

const rss = (items: string): string =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lab</title>${items}</channel></rss>`;

const atom = (entries: string, attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Lab</title>${entries}</feed>`;

test('an item of RSS has all that it says', () => {
  const { items } = readingOf(
    rss(`<item>
      <title>Aurora &amp;amp; Borealis</title>
      <link>https://lab.example/aurora?utm_source=rss&amp;id=7</link>
      <description>&lt;p&gt;Two &lt;b&gt;models&lt;/b&gt;.&lt;/p&gt;</description>
      <dc:creator>Ada</dc:creator>
      <guid isPermaLink="false">post-7</guid>
      <pubDate>Sat, 21 Nov 2026 10:00:00 GMT</pubDate>
    </item>`),
    {},
  );
  expect(items).toEqual([
    {
      externalId: 'post-7',
      url: 'https://lab.example/aurora?id=7',
      title: 'Aurora & Borealis',
      summary: 'Two models.',
      author: 'Ada',
      publishedAt: '2026-11-21T10:00:00.000Z',
    },
  ]);
});

test('an item of RSS 1.0 is read', () => {
  const { items } = readingOf(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://lab.example/"><title>Lab</title></channel>
      <item rdf:about="urn:7"><title>Aurora</title><link>https://lab.example/7</link><dc:date>2026-11-21</dc:date></item>
    </rdf:RDF>`,
    {},
  );
  expect(items).toEqual([
    {
      externalId: 'urn:7',
      url: 'https://lab.example/7',
      title: 'Aurora',
      publishedAt: '2026-11-21T00:00:00.000Z',
    },
  ]);
});

test('an entry of Atom has the link to its page, not one to something else', () => {
  const { items } = readingOf(
    atom(`<entry>
      <id>tag:lab.example,2026:7</id><title type="html">&lt;b&gt;Aurora&lt;/b&gt;</title>
      <link rel="self" href="https://lab.example/7.atom"/>
      <link rel="enclosure" href="https://lab.example/7.mp3"/>
      <link href="https://lab.example/7"/>
      <author><name>Ada</name></author><summary>Short.</summary>
      <published>2026-11-20T00:00:00Z</published><updated>2026-11-21T00:00:00Z</updated>
    </entry>`),
    {},
  );
  expect(items).toEqual([
    {
      externalId: 'tag:lab.example,2026:7',
      url: 'https://lab.example/7',
      title: 'Aurora',
      summary: 'Short.',
      author: 'Ada',
      publishedAt: '2026-11-20T00:00:00.000Z',
    },
  ]);
});

test('an item of JSON Feed is read', () => {
  const { items } = readingOf(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Lab',
      items: [
        {
          id: '7',
          url: 'https://lab.example/7',
          title: 'Aurora',
          content_html: '<p>Text.</p>',
          authors: [{ name: 'Ada' }],
          date_published: '2026-11-21T10:00:00+01:00',
        },
      ],
    },
    {},
  );
  expect(items).toEqual([
    {
      externalId: '7',
      url: 'https://lab.example/7',
      title: 'Aurora',
      summary: 'Text.',
      author: 'Ada',
      publishedAt: '2026-11-21T09:00:00.000Z',
    },
  ]);
});

test.each([
  [
    'the address of the feed',
    rss('<item><title>A</title><link>/a</link></item>'),
    'https://site.example/a',
  ],
  [
    'the base of the feed',
    atom(
      '<entry><id>1</id><title>A</title><link href="a"/></entry>',
      'xml:base="https://base.example/blog/"',
    ),
    'https://base.example/blog/a',
  ],
  [
    'the base of the entry within that of the feed',
    atom(
      '<entry xml:base="2026/"><id>1</id><title>A</title><link href="a"/></entry>',
      'xml:base="https://base.example/blog/"',
    ),
    'https://base.example/blog/2026/a',
  ],
])('a relative link is resolved against %s', (_, feed, url) => {
  expect(readingOf(feed, {}).items[0]?.url).toBe(url);
});

test.each([
  [
    'a bare ampersand',
    rss('<item><title>R&D</title><link>https://lab.example/?a=1&b=2</link></item>'),
  ],
  [
    'tags that are not closed',
    '<rss version="2.0"><channel><item><title>R&amp;D</title><link>https://lab.example/?a=1&amp;b=2</link>',
  ],
  [
    'a page around it',
    `<html><body>${rss('<item><title>R&amp;D</title><link>https://lab.example/?a=1&amp;b=2</link></item>')}</body></html>`,
  ],
  [
    'a doctype with entities',
    `<!DOCTYPE rss [<!ENTITY bomb "boom">]>${rss('<item><title>R&amp;D</title><link>https://lab.example/?a=1&amp;b=2</link></item>')}`,
  ],
])('a feed with %s is read all the same', (_, feed) => {
  expect(readingOf(feed, {}).items).toMatchObject([
    { title: 'R&D', url: 'https://lab.example/?a=1&b=2' },
  ]);
});

test.each([
  ['an HTML page', '<!doctype html><title>Sorry</title>', 'it answered an HTML page, not a feed'],
  ['nothing', ' ', 'it answered nothing'],
  ['text', 'Service temporarily unavailable', 'it answered text, not a feed'],
  ['other XML', '<?xml version="1.0"?><urlset/>', 'it answered another kind of XML, not a feed'],
  ['JSON of another kind', '{"error": "gone"}', 'it answered JSON that is not a feed'],
  [
    'JSON that breaks off',
    '{"items": [',
    'it answered broken JSON, not the JSON that it documents',
  ],
])('%s in place of a feed is said to be that', (_, answer, message) => {
  expect(() => readingOf(answer, {})).toThrow(message);
});

test('a feed without entries is one', () => {
  expect(readingOf('<rss version="2.0"><channel></channel></rss>', {})).toEqual({
    items: [],
    refused: [],
    notes: [],
    isComplete: false,
    unread: 0,
  });
});

test('a feed of ten thousand entries is read as far as its latest thousand, and that is told', () => {
  const many = Array.from(
    { length: 10_000 },
    (_, index) => `<item><title>${index}</title><link>/${index}</link></item>`,
  );
  const { items, unread, isComplete } = readingOf(rss(many.join('')), {});
  expect([items.length, unread, isComplete]).toEqual([1000, 9000, false]);
});
