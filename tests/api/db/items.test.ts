import { beforeEach, expect, test } from 'vitest';
import {
  article,
  news,
  noon,
  rowsOf,
  storeOn,
  type TestStore,
  temporaryStore,
} from './item-store.ts';

let told: TestStore;
beforeEach(async () => {
  told = await temporaryStore();
});

const part = { isComplete: false };

const stored = () =>
  rowsOf(
    told.parts.database,
    `SELECT url, title, (
        SELECT json_group_array(source || ' ' || external_id ORDER BY number)
        FROM item_places WHERE item = items.number
      ) AS places FROM items ORDER BY number`,
  );

test('an item is created once, however often it is told', async () => {
  const counts = { closed: 0, refused: [] };
  expect(await told.store(news, [article()], part)).toEqual({
    created: 1,
    updated: 0,
    unchanged: 0,
    ...counts,
  });
  for (let times = 0; times < 2; times += 1) {
    expect(await told.store(news, [article()], part)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 1,
      ...counts,
    });
  }
  expect(await stored()).toEqual([
    { url: 'https://blog.example/1', title: 'Aurora 1 is here', places: '["blog 1"]' },
  ]);
});

test('all that is told of an item is kept', async () => {
  const says = {
    title: 'Engineer for Aurora 1',
    url: 'https://jobs.example/1',
    summary: 'Make it faster.',
    publishedAt: '2026-02-01T08:00:00.000Z',
    company: 'Aurora Labs',
    place: 'Oslo',
    isRemote: true,
    employmentType: 'full-time',
    salary: 'NOK 900,000 a year',
  };
  await told.store({ id: 'board', kind: 'jobs' }, [{ externalId: '1', ...says }], part);
  await told.store(
    { id: 'forum', kind: 'discussions' },
    [{ ...article(), author: 'ada', score: -3, comments: 0 }],
    part,
  );
  const rows = await rowsOf(told.parts.database, 'SELECT * FROM items ORDER BY number');
  expect(rows).toMatchObject([
    {
      kind: 'jobs',
      title: says.title,
      url: says.url,
      summary: says.summary,
      published_at: says.publishedAt,
      company: says.company,
      place: says.place,
      is_remote: 1,
      employment_type: says.employmentType,
      salary: says.salary,
      first_seen_at: noon,
      updated_at: noon,
      closed_at: null,
      score: null,
    },
    { kind: 'discussions', author: 'ada', score: -3, comments: 0, published_at: null },
  ]);
});

test.each([
  ['title', { title: 'Aurora 2 is here' }],
  ['summary', { summary: 'New.' }],
  ['time', { publishedAt: '2026-01-01T00:00:00Z' }],
  ['author', { author: 'ada' }],
  ['address', { url: 'https://blog.example/one' }],
  ['models', { models: ['aurora-2'] }],
])('an item whose %s is another is updated, and keeps its id', async (_, change) => {
  await told.store(news, [article()], part);
  const [before] = await rowsOf(told.parts.database, 'SELECT id FROM items');
  const later = storeOn(told.parts.database, { now: '2026-03-02T00:00:00.000Z' });
  expect(await later.store(news, [article(change)], part)).toMatchObject({ updated: 1 });
  expect(
    await rowsOf(told.parts.database, 'SELECT id, first_seen_at, updated_at FROM items'),
  ).toEqual([{ ...before, first_seen_at: noon, updated_at: '2026-03-02T00:00:00.000Z' }]);
  expect(await later.store(news, [article(change)], part)).toMatchObject({ unchanged: 1 });
});

test('a clock’s error of five minutes is none', async () => {
  const item = article({ publishedAt: '2026-03-01T12:05:00Z' });
  expect(await told.store(news, [item], part)).toMatchObject({ created: 1, refused: [] });
});

test('signs that no text and no feed can hold are left out', async () => {
  const item = article({ title: 'Aurora\u0007 1\n is\ud800 here', summary: 'a\u0001b\uffff' });
  await told.store(news, [item], part);
  expect(await rowsOf(told.parts.database, 'SELECT title, summary FROM items')).toEqual([
    { title: 'Aurora 1 is here', summary: 'ab' },
  ]);
});

test('ten thousand items are stored a hundred to a transaction', async () => {
  const items = Array.from({ length: 10_000 }, (_, index) =>
    article({ externalId: `${index}`, url: `https://blog.example/${index}` }),
  );
  expect(await told.store(news, items, part)).toMatchObject({ created: 10_000 });
  expect(await told.store(news, items, part)).toMatchObject({ unchanged: 10_000 });
  expect(await rowsOf(told.parts.database, 'SELECT edition FROM item_editions')).toEqual([
    { edition: 100 },
  ]);
});
