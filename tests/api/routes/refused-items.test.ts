import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveApp, liveApp } from '../live-app.ts';
import { articles, pushed } from './pushing.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp({
    content: { sources: new Map([['blog', { name: 'The Blog' }]]) },
  });
});
afterEach(() => live.close());

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
