import { beforeEach, describe, expect, test } from 'vitest';
import {
  article,
  job,
  news,
  noon,
  rowsOf,
  storeOn,
  type TestStore,
  temporaryStore,
  wire,
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

describe('the same story', () => {
  test('at one address in two sources is one item with both places', async () => {
    await told.store(news, [article()], part);
    const again = article({
      externalId: 'x',
      url: 'http://www.blog.example/1/?utm_source=wire',
      title: 'Others title it so',
    });
    expect(await told.store(wire, [again], part)).toMatchObject({ created: 0, updated: 1 });
    expect(await told.store(wire, [again], part)).toMatchObject({ unchanged: 1 });
    expect(await told.store(news, [article()], part)).toMatchObject({ unchanged: 1 });
    expect(await stored()).toEqual([
      {
        url: 'https://blog.example/1',
        title: 'Aurora 1 is here',
        places: '["blog 1","wire x"]',
      },
    ]);
  });

  test('of one title and day at two addresses is two items', async () => {
    const day = '2026-02-01T00:00:00Z';
    await told.store(news, [article({ publishedAt: day })], part);
    const other = article({ url: 'https://wire.example/1', publishedAt: day });
    expect(await told.store(wire, [other], part)).toMatchObject({ created: 1 });
  });

  test('as news and as a discussion is two items', async () => {
    await told.store(news, [article()], part);
    const forum = { id: 'blog', kind: 'discussions' } as const;
    expect(await told.store(forum, [article()], part)).toMatchObject({ created: 1 });
  });

  test('is told by its first source, whatever the others call it', async () => {
    await told.store(news, [article()], part);
    await told.store(wire, [article({ title: 'Wired' })], part);
    await told.store(wire, [article({ title: 'Wired anew' })], part);
    expect(await stored()).toMatchObject([{ title: 'Aurora 1 is here' }]);
    await told.store(news, [article({ title: 'Aurora 1 was here' })], part);
    expect(await stored()).toMatchObject([{ title: 'Aurora 1 was here' }]);
  });

  test('that moves to the address of another is merged into that', async () => {
    await told.store(news, [article()], part);
    const moved = article({ url: 'https://wire.example/redirect/1' });
    await told.store(wire, [moved], part);
    expect(await told.store(wire, [article()], part)).toMatchObject({ created: 0, updated: 1 });
    expect(await stored()).toMatchObject([
      { url: 'https://blog.example/1', places: '["blog 1","wire 1"]' },
    ]);
    expect(await told.store(wire, [article()], part)).toMatchObject({ unchanged: 1 });
  });
});

describe('two ids of one source at one address', () => {
  const page = 'https://blog.example/changes';

  test('are two entries of a page, told at once or one after the other', async () => {
    const entries = ['1', '2', '3'].map((externalId) =>
      article({ externalId, url: `${page}#${externalId}`, title: `Change ${externalId}` }),
    );
    expect(await told.store(news, entries.slice(0, 2), part)).toMatchObject({ created: 2 });
    expect(await told.store(news, entries.slice(2), part)).toMatchObject({ created: 1 });
    expect(await told.store(news, entries, part)).toMatchObject({ unchanged: 3 });
    expect((await stored()).map(({ url }) => url)).toEqual([`${page}#1`, `${page}#2`, `${page}#3`]);
  });

  test('are one story whose id changed when the title is one too', async () => {
    await told.store(news, [article()], part);
    await told.store(news, [article({ externalId: 'new' })], part);
    expect(await stored()).toMatchObject([{ places: '["blog 1","blog new"]' }]);
  });

  test('are two jobs, even of one title', async () => {
    const jobs = [job(), job({ externalId: '2', place: 'Oslo' })];
    const counts = await told.store({ id: 'board', kind: 'jobs' }, jobs, part);
    expect(counts).toMatchObject({ created: 2 });
  });

  test('make the address tell nothing of another source’s item', async () => {
    await told.store(
      news,
      ['1', '2'].map((externalId) => article({ externalId, url: page, title: externalId })),
      part,
    );
    expect(await told.store(wire, [article({ url: page })], part)).toMatchObject({ created: 1 });
  });
});

describe('a refused item', () => {
  test.each([
    ['has no title but signs that nobody sees', { title: ' \u0000\u200b ' }],
    ['is told twice', { externalId: '1' }],
    ['is of the day after tomorrow', { publishedAt: '2026-03-03T12:00:00Z' }],
    ['is ahead by more than a clock’s error', { publishedAt: '2026-03-01T12:05:00.001Z' }],
    ['names a model that is not there', { models: ['aurora-1', 'nobody'] }],
  ])('%s, and the others are stored', async (_, fault) => {
    const { refused, created } = await told.store(
      news,
      [article(), article({ externalId: '2', url: 'https://blog.example/2', ...fault })],
      part,
    );
    expect({ created, refused: refused.length }).toEqual({ created: 1, refused: 1 });
  });

  test('is told why', async () => {
    const { refused } = await told.store(
      news,
      [
        article({ title: '\u0000' }),
        article({ externalId: '2', models: ['nobody', 'none'] }),
        article({ externalId: '3', publishedAt: '2030-01-01T00:00:00Z' }),
        article({ externalId: '3' }),
      ],
      part,
    );
    expect(refused.map(({ reason }) => reason)).toMatchInlineSnapshot(`
      [
        "The title holds no words.",
        "There is no model "nobody" or "none" in the catalog.",
        "publishedAt lies in the future: 2030-01-01T00:00:00Z.",
        "The id "3" stands twice; the first was taken.",
      ]
    `);
  });
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
