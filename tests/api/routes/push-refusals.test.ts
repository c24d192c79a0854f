import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveApp, liveApp, signedInAs } from '../live-app.ts';
import { articles, page, push } from './pushing.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp({
    content: { sources: new Map([['blog', { name: 'The Blog' }]]) },
  });
});
afterEach(() => live.close());

const body = { source: 'my-platform', items: articles([1]) };

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
