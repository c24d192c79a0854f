import { expect, test } from 'vitest';
import { readAnswers } from '../../../../api/ingest/answers.ts';
import { readerOf } from '../../../../api/ingest/reader-of.ts';
import { aSource, now } from '../local-site.ts';
import { readingOf } from '../reading-of.ts';

const span = { now, since: undefined };

test('a story of Hacker News is its thread, with votes and comments', () => {
  const { items } = readingOf(
    {
      hits: [
        {
          objectID: '46221321',
          title: 'Aurora 3 is out',
          url: 'https://lab.example/aurora-3',
          author: 'ada',
          points: 7,
          num_comments: 2,
          story_text: 'It&#x27;s <i>fast</i>.',
          created_at: '2026-11-21T10:00:00Z',
        },
      ],
    },
    { kind: 'discussions', reader: 'hacker-news' },
  );
  expect(items).toEqual([
    {
      externalId: '46221321',
      url: 'https://news.ycombinator.com/item?id=46221321',
      title: 'Aurora 3 is out',
      summary: "It's fast.",
      author: 'ada',
      publishedAt: '2026-11-21T10:00:00.000Z',
      score: 7,
      comments: 2,
    },
  ]);
});

test.each([
  [undefined, 1795089600],
  [new Date('2026-11-01T00:00:00Z'), 1793491200],
])('Hacker News is searched for each query, since %s', (since, seconds) => {
  const source = aSource({
    reader: 'hacker-news',
    address: 'https://hn.algolia.com/api/v1',
    queries: ['GPT-5', '"Claude Opus"'],
  });
  const requests = readerOf['hacker-news'].requests(source, { now, since });
  expect(requests.map((request) => Object.fromEntries(new URL(request).searchParams))).toEqual(
    ['GPT-5', '"Claude Opus"'].map((query) => ({
      query,
      tags: 'story',
      hitsPerPage: '1000',
      numericFilters: `created_at_i>${seconds}`,
    })),
  );
  expect(requests[0]).toMatch(/^https:\/\/hn\.algolia\.com\/api\/v1\/search_by_date\?/);
});

test('a story that two queries find is one, and no fault', () => {
  const hits = (ids: readonly string[]) => ({
    hits: ids.map((objectID) => ({ objectID, title: objectID })),
  });
  const answers = [hits(['1', '2']), hits(['2', '3'])].map((answer) => ({
    url: 'https://hn.algolia.com/api/v1/search_by_date',
    contentType: undefined,
    body: Buffer.from(JSON.stringify(answer)),
  }));
  const source = aSource({ kind: 'discussions', reader: 'hacker-news' });
  const { items, refused } = readAnswers(answers, source, span);
  expect(items.map(({ title }) => title)).toEqual(['1', '2', '3']);
  expect(refused).toEqual([]);
});

test('a topic of Discourse has its votes, its answers and who began it', () => {
  const { items } = readingOf(
    {
      users: [
        { id: 1, username: 'ada' },
        { id: 2, username: 'grace' },
      ],
      topic_list: {
        topics: [
          {
            id: 7,
            slug: 'aurora-3',
            title: 'Aurora 3 &amp; tools',
            created_at: '2026-11-21T10:00:00Z',
            posts_count: 3,
            like_count: 5,
            posters: [{ user_id: 1 }, { user_id: 2 }],
          },
          { id: 8, slug: 'hidden', title: 'Hidden', visible: false },
        ],
      },
    },
    { kind: 'discussions', reader: 'discourse' },
  );
  expect(items).toEqual([
    {
      externalId: '7',
      url: 'https://site.example/t/aurora-3/7',
      title: 'Aurora 3 & tools',
      author: 'ada',
      publishedAt: '2026-11-21T10:00:00.000Z',
      score: 5,
      comments: 2,
    },
  ]);
});

test.each([
  ['https://forum.example', 'https://forum.example/latest.json'],
  ['https://forum.example/', 'https://forum.example/latest.json'],
  ['https://lab.example/forum', 'https://lab.example/forum/latest.json'],
  ['https://forum.example/c/models/5', 'https://forum.example/c/models/5.json'],
  ['https://forum.example/top.json', 'https://forum.example/top.json'],
])('the Discourse forum at %s is read at %s', (address, request) => {
  expect(readerOf.discourse.requests(aSource({ address }), span)).toEqual([request]);
});

test.each([
  ['https://lab.example/forum/latest.json', 'https://lab.example/forum/t/a/7'],
  ['https://forum.example/c/models/5.json', 'https://forum.example/t/a/7'],
])('a topic of the list %s is at %s', (url, topic) => {
  const text = JSON.stringify({ topic_list: { topics: [{ id: 7, slug: 'a', title: 'A' }] } });
  const { drafts } = readerOf.discourse.read({ url, text }, aSource({}));
  const [{ base = '', url: path = '' } = {}] = drafts;
  expect(`${base}${path}`).toBe(topic);
});

test('a story of Lobsters is its thread', () => {
  const story = {
    short_id: 'lfg3lj',
    title: 'Aurora 3',
    url: '',
    created_at: '2026-11-21T10:00:00.000-05:00',
    score: 22,
    comment_count: 14,
    description: '<p>Text</p>',
    comments_url: 'https://lobste.rs/s/lfg3lj/aurora_3',
    submitter_user: { username: 'ada' },
  };
  expect(readingOf([story], { kind: 'discussions', reader: 'lobsters' }).items).toEqual([
    {
      externalId: 'lfg3lj',
      url: 'https://lobste.rs/s/lfg3lj/aurora_3',
      title: 'Aurora 3',
      summary: 'Text',
      author: 'ada',
      publishedAt: '2026-11-21T15:00:00.000Z',
      score: 22,
      comments: 14,
    },
  ]);
});

test('of a post of Reddit the text is what its author wrote', () => {
  const content = (text: string): string =>
    `${text}&lt;span&gt;submitted by &lt;a&gt;/u/ada&lt;/a&gt; [link] [comments]&lt;/span&gt;`;
  const entry = (id: string, text: string): string =>
    `<entry><author><name>/u/ada</name></author><content type="html">${content(text)}</content><id>${id}</id><link href="https://www.reddit.com/r/x/comments/${id}/"/><title>Aurora 3</title></entry>`;
  const { items } = readingOf(
    `<feed xmlns="http://www.w3.org/2005/Atom">${entry('t3_1', '&lt;!-- SC_OFF --&gt;&lt;div&gt;&lt;p&gt;Mine.&lt;/p&gt;&lt;/div&gt;&lt;!-- SC_ON --&gt;')}${entry('t3_2', '')}</feed>`,
    { kind: 'discussions', reader: 'reddit' },
  );
  expect(items).toMatchObject([{ author: 'ada', summary: 'Mine.' }, { author: 'ada' }]);
  expect(items[1]).not.toHaveProperty('summary');
});

test.each([
  ['v3.1.0', 'aurora v3.1.0'],
  ['Aurora 3.1: faster', 'Aurora 3.1: faster'],
])('a release called "%s" is titled "%s"', (title, titled) => {
  const { items } = readingOf(
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title>${title}</title><link rel="alternate" href="https://github.com/lab/aurora/releases/tag/v3.1.0"/></entry></feed>`,
    { reader: 'github-releases', address: 'lab/aurora' },
  );
  expect(items).toMatchObject([{ title: titled }]);
});

test.each([
  ['github-releases', 'https://github.com/lab/aurora/releases.atom'],
  ['github-discussions', 'https://github.com/lab/aurora/discussions.atom'],
] as const)('%s of a repository are read by the feed of them', (reader, address) => {
  const source = aSource({ reader, address: 'lab/aurora' });
  expect(readerOf[reader].requests(source, span)).toEqual([address]);
});
