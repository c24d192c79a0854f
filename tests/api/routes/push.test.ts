import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sourcesOf } from '../a-source.ts';
import { type LiveApp, liveApp, signedInAs } from '../live-app.ts';
import { articles, page, push, pushed } from './pushing.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp({
    content: { sources: sourcesOf({ blog: { name: 'The Blog' } }) },
  });
});
afterEach(() => live.close());

const nothing = { created: 0, updated: 0, unchanged: 0, closed: 0, refused: [] };
const body = { source: 'my-platform', items: articles([1]) };

test('items are created, and sent again they are unchanged', async () => {
  expect(await pushed(live, 'news', articles([1, 2]))).toEqual({ ...nothing, created: 2 });
  expect(await pushed(live, 'news', articles([1, 2, 3]))).toEqual({
    ...nothing,
    created: 1,
    unchanged: 2,
  });
  expect(await pushed(live, 'news', articles([1], { title: 'Anew' }))).toEqual({
    ...nothing,
    updated: 1,
  });
});

test('an item shows at once in the lists and counts of the models that it states', async () => {
  const counts = async () =>
    (await (await live.app.request('/api/v1/models/aurora-1/stats')).json()) as unknown;
  expect((await page(live, '/models/aurora-1/news')).items).toEqual([]);
  expect(await counts()).toMatchObject({ data: { newsCount: 0 } });
  await pushed(live, 'news', articles([1], { author: 'Ada', summary: 'Short.' }));
  expect((await page(live, '/models/aurora-1/news')).items).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      kind: 'news',
      title: 'Article 1',
      url: 'https://platform.example/1',
      summary: 'Short.',
      author: 'Ada',
      publishedAt: '2025-01-01T00:00:00.000Z',
      firstSeenAt: expect.any(String),
      updatedAt: expect.any(String),
      places: [{ source: 'my-platform', name: 'my-platform', url: 'https://platform.example/1' }],
      models: [{ slug: 'aurora-1', name: 'Aurora 1', level: 'model', confidence: 1 }],
    },
  ]);
  expect(await counts()).toMatchObject({ data: { newsCount: 1, jobCount: 0 } });
});

test('discussions and jobs keep what only they have', async () => {
  const [thread] = articles([1], { score: 12, comments: 3, author: 'ada' });
  await pushed(live, 'discussions', [thread]);
  expect((await page(live, '/discussions')).items).toMatchObject([{ score: 12, comments: 3 }]);
  const given = {
    company: 'Aurora Labs',
    place: 'Oslo',
    isRemote: false,
    employmentType: 'part-time',
    salary: '€ 50 an hour',
  };
  await pushed(live, 'jobs', articles([1], given));
  expect((await page(live, '/jobs')).items).toMatchObject([given]);
});

describe('who may push', () => {
  test('a request without a token is 401', async () => {
    const response = await live.app.request('/api/v1/items/news', { method: 'POST' });
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer scope="items:write"');
  });

  test.each([undefined, 'items:read', 'items:writer items'])(
    'a token with the scope %s is 403',
    async (scope) => {
      const response = await push(live, 'news', body, await signedInAs('ada', scope));
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({
        detail: 'The token has not the scope items:write.',
      });
    },
  );

  test('a token that does not hold is 401', async () => {
    expect((await push(live, 'news', body, { Authorization: 'Bearer a.b.c' })).status).toBe(401);
  });

  test('a token with the scope among others is taken', async () => {
    const headers = await signedInAs('ada', 'other items:write');
    expect((await push(live, 'news', body, headers)).status).toBe(200);
  });

  test('a stranger is refused before the body is looked at', async () => {
    const headers = { Authorization: 'Bearer a.b.c' };
    expect((await push(live, 'news', 'no JSON', headers)).status).toBe(401);
  });

  test.each(['blog', 'model-tracker'])(
    'nobody tells items of %s but the catalog',
    async (source) => {
      const response = await push(live, 'news', { ...body, source });
      expect(response.status).toBe(403);
      expect((await page(live, '/news')).pagination.total).toBe(0);
    },
  );
});

describe('a body that is wrong', () => {
  test.each([
    ['is no JSON', '{ "source": ', 400],
    ['is empty', '', 400],
    ['is a list', [], 422],
    ['is null', 'null', 422],
    ['names no source', { items: [] }, 422],
    ['names a source that is no id', { ...body, source: 'My Platform' }, 422],
    ['has no items', { source: 'my-platform' }, 422],
    ['has another field', { ...body, sender: 'me' }, 422],
    ['says of news that they are complete', { ...body, isComplete: true }, 422],
    ['has more than 500 items', { ...body, items: articles([...Array(501).keys()]) }, 422],
  ])('because it %s is not taken: %#', async (_, wrong, status) => {
    expect((await push(live, 'news', wrong)).status).toBe(status);
    expect((await page(live, '/news')).pagination.total).toBe(0);
  });

  test('is told every fault at once', async () => {
    const response = await push(live, 'news', { source: 'A B', items: 'none', sender: 'me' });
    expect(await response.json()).toMatchInlineSnapshot(`
      {
        "detail": "The body is not of the shape that is taken here.",
        "errors": [
          {
            "message": "source takes the id that the platform goes by, lower-case a-z and 0-9 in runs joined by single hyphens, at most 100 characters, not "A B".",
            "path": "body.source",
          },
          {
            "message": "items takes a list of items, not "none".",
            "path": "body.items",
          },
          {
            "message": "There is no field sender here.",
            "path": "body.sender",
          },
        ],
        "instance": "/api/v1/items/news",
        "status": 422,
        "title": "Cannot be processed",
        "type": "about:blank",
      }
    `);
  });

  test.each([undefined, 'text/plain', 'application/jsonp', 'application/x-www-form-urlencoded'])(
    'of the type %s is 415',
    async (type) => {
      const headers = { 'Content-Type': type ?? '' };
      expect((await push(live, 'news', body, headers)).status).toBe(415);
    },
  );

  test('of JSON with a charset is taken', async () => {
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    expect((await push(live, 'news', body, headers)).status).toBe(200);
  });
});

test.each([
  [500, 200],
  [0, 200],
])('%i items are answered %i', async (count, status) => {
  const items = articles([...Array(count).keys()], { summary: 'a'.repeat(2000) });
  expect((await push(live, 'news', { source: 'my-platform', items })).status).toBe(status);
});

test('a body of more than four megabytes is 413', async () => {
  const response = await push(live, 'news', `"${'a'.repeat(4 * 1024 * 1024)}"`);
  expect(response.status).toBe(413);
});

describe('an item that is wrong', () => {
  const [good] = articles([1]);
  const wrong: readonly (readonly [what: string, item: unknown])[] = [
    ['is no object', 'text'],
    ['is null', null],
    ['lacks everything', {}],
    ['has another field', { ...good, votes: 3 }],
    ['has a relative address', { ...good, url: '/1' }],
    ['has an address that runs', { ...good, url: 'javascript:alert(1)' }],
    ['has an empty title', { ...good, title: '' }],
    ['has a title too long', { ...good, title: 'a'.repeat(501) }],
    ['has a number for an id', { ...good, externalId: 7 }],
    ['has a day for an instant', { ...good, publishedAt: '2025-01-01' }],
    ['has a model that is no slug', { ...good, models: ['Aurora 1'] }],
    ['has a model that is not there', { ...good, models: ['aurora-9'] }],
    ['is of the future', { ...good, publishedAt: '2099-01-01T00:00:00Z' }],
    ['is the same again', good],
  ];

  test('is refused by its place and id with its reasons, and the rest is stored', async () => {
    const items = [good, ...wrong.map(([, item]) => item), ...articles([2])];
    const { refused, ...counts } = await pushed(live, 'news', items);
    expect(counts).toEqual({ created: 2, updated: 0, unchanged: 0, closed: 0 });
    expect(refused).toMatchInlineSnapshot(`
      [
        {
          "index": 1,
          "reason": "The item takes an object, not "text".",
        },
        {
          "index": 2,
          "reason": "The item takes an object, not null.",
        },
        {
          "index": 3,
          "reason": "externalId is missing. url is missing. title is missing.",
        },
        {
          "externalId": "1",
          "index": 4,
          "reason": "The item names "votes", which is no field of its kind.",
        },
        {
          "externalId": "1",
          "index": 5,
          "reason": "url is no absolute http or https address: "/1".",
        },
        {
          "externalId": "1",
          "index": 6,
          "reason": "url is no absolute http or https address: "javascript:alert(1)".",
        },
        {
          "externalId": "1",
          "index": 7,
          "reason": "title is empty.",
        },
        {
          "externalId": "1",
          "index": 8,
          "reason": "title is longer than 500 characters.",
        },
        {
          "index": 9,
          "reason": "externalId takes a string, not 7.",
        },
        {
          "externalId": "1",
          "index": 10,
          "reason": "publishedAt is no instant in UTC such as 2024-05-13T17:00:00Z: "2025-01-01".",
        },
        {
          "externalId": "1",
          "index": 11,
          "reason": "models.0 is not written as lower-case a-z and 0-9 in runs joined by single hyphens, at most 100 characters: "Aurora 1".",
        },
        {
          "externalId": "1",
          "index": 12,
          "reason": "The id "1" stands twice; the first was taken.",
        },
        {
          "externalId": "1",
          "index": 13,
          "reason": "The id "1" stands twice; the first was taken.",
        },
        {
          "externalId": "1",
          "index": 14,
          "reason": "The id "1" stands twice; the first was taken.",
        },
      ]
    `);
  });

  test.each([
    ['news', { score: 1 }],
    ['discussions', { company: 'Aurora Labs' }],
    ['jobs', {}],
    ['jobs', { company: '' }],
    ['discussions', { comments: -1 }],
    ['discussions', { score: 1.5 }],
    ['jobs', { company: 'Aurora Labs', isRemote: 'yes' }],
  ] as const)('of %s with %j is refused', async (kind, fields) => {
    expect(await pushed(live, kind, articles([1], fields))).toMatchObject({
      created: 0,
      refused: [{ index: 0, externalId: '1', reason: expect.stringMatching(/\.$/) }],
    });
  });
});

describe('jobs', () => {
  const jobs = (numbers: readonly number[]) => articles(numbers, { company: 'Aurora Labs' });

  test('that a complete list lacks are closed, and open again when they are back', async () => {
    await pushed(live, 'jobs', jobs([1, 2]), { isComplete: true });
    expect(await pushed(live, 'jobs', jobs([2, 3]), { isComplete: true })).toMatchObject({
      created: 1,
      unchanged: 1,
      closed: 1,
    });
    expect((await page(live, '/jobs')).titles).toEqual(['Article 3', 'Article 2']);
    const all = await page(live, '/jobs?closed=true');
    expect(all.items.map(({ closedAt }) => closedAt !== undefined)).toEqual([false, false, true]);
    expect(await pushed(live, 'jobs', jobs([1]))).toMatchObject({ updated: 1 });
    expect((await page(live, '/jobs')).pagination.total).toBe(3);
  });

  test('are not closed by a list of which one was refused', async () => {
    await pushed(live, 'jobs', jobs([1, 2]), { isComplete: true });
    expect(
      await pushed(live, 'jobs', [...jobs([1]), { externalId: '2' }], { isComplete: true }),
    ).toMatchObject({ closed: 0, refused: [{ index: 1, externalId: '2' }] });
  });
});

test('two pushes at once of the same items store each once', async () => {
  const items = articles([...Array(150).keys()]);
  const told = await Promise.all([1, 2, 3].map(() => pushed(live, 'news', items)));
  expect(told.reduce((sum, { created }) => sum + Number(created), 0)).toBe(150);
  expect((await page(live, '/news')).pagination.total).toBe(150);
});
