import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type LiveApp, liveApp, publicUrl, signedInAs } from '../live-app.ts';
import { articles, pushed } from './pushing.ts';
import { readAtom, readJsonFeed } from './valid-feed.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp();
});
afterEach(() => live.close());

const linksShape = z.object({
  data: z.strictObject({ key: z.string(), atom: z.url(), json: z.url() }),
});

async function newLinks(user = 'ada') {
  const response = await live.app.request('/api/v1/me/feed-key', {
    method: 'POST',
    headers: await signedInAs(user),
  });
  return linksShape.parse(await response.json()).data;
}

const follow = async (slug: string, user = 'ada', method = 'PUT') =>
  live.app.request(`/api/v1/models/${slug}/follow`, { method, headers: await signedInAs(user) });

const titlesAt = async (address: string) =>
  readJsonFeed(await (await live.app.request(address)).text()).items.map(({ title }) => title);

const newsAt = async (address: string) =>
  (await titlesAt(address)).filter((title) => title.startsWith('Article'));

test('the secret link leads to the news of the followed models, newest first, each once', async () => {
  await pushed(live, 'news', articles([1]));
  await pushed(live, 'news', articles([2], { models: ['aurora-1', 'aurora-2'] }));
  await pushed(live, 'news', articles([3], { models: ['borealis-7b'] }));
  await pushed(live, 'jobs', articles([4], { company: 'Aurora Labs' }));
  const { json } = await newLinks();
  expect(await titlesAt(json)).toEqual([]);
  await follow('aurora-1');
  await follow('aurora-2');
  await follow('borealis-7b', 'ben');
  expect(await newsAt(json)).toEqual(['Article 2', 'Article 1']);
  await follow('aurora-1', 'ada', 'DELETE');
  expect(await newsAt(json)).toEqual(['Article 2']);
});

test('what happened to the followed models stands among their news, newest first, and nothing of others', async () => {
  await pushed(live, 'news', articles([1]));
  const { json } = await newLinks();
  await follow('aurora-1');
  expect(await titlesAt(json)).toEqual([
    'Aurora 1 is retired',
    'Aurora 1 is deprecated',
    'Article 1',
    'Aurora 1 has another price',
    'Aurora 1 was released',
    'Aurora 1 has a score',
  ]);
  await follow('aurora-1', 'ada', 'DELETE');
  await follow('borealis-7b');
  expect(await titlesAt(json)).toEqual(['Borealis 7B was released']);
});

test('news and changes are fifty together', async () => {
  await pushed(live, 'news', articles(Array.from({ length: 60 }, (_, index) => index + 1)));
  const { json } = await newLinks();
  await follow('aurora-1');
  const titles = await titlesAt(json);
  expect(titles).toHaveLength(50);
  expect(titles).toContain('Aurora 1 is retired');
});

test('both formats are valid, and their ids those of the other feeds', async () => {
  await pushed(live, 'news', articles([1]));
  await follow('aurora-1');
  const { atom, json } = await newLinks();
  const read = readAtom(await (await live.app.request(atom)).text());
  const feed = readJsonFeed(await (await live.app.request(json)).text());
  const all = readJsonFeed(await (await live.app.request('/api/v1/feeds/news.json')).text());
  const changes = readJsonFeed(await (await live.app.request('/api/v1/feeds/changes.json')).text());
  const known = new Set([...all.items, ...changes.items].map(({ id }) => id));
  const ids = feed.items.map(({ id }) => id);
  expect(read('//atom:entry/atom:id')).toEqual(ids);
  expect(ids).toContain(all.items[0]?.id);
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
  expect(feed.feed_url).toBe(json);
  expect(read('/atom:feed/atom:id')).toEqual([`${publicUrl}/api/v1/me/feed.atom`]);
});

test('who is signed in needs no key', async () => {
  await pushed(live, 'news', articles([1]));
  await follow('aurora-1');
  const response = await live.app.request('/api/v1/me/feed.json', {
    headers: await signedInAs('ada'),
  });
  const titles = readJsonFeed(await response.text()).items.map(({ title }) => title);
  expect(titles).toContain('Article 1');
});

test('a new link ends the one before, of the same user alone', async () => {
  const before = await newLinks();
  const others = await newLinks('ben');
  const after = await newLinks();
  const status = async (address: string) => (await live.app.request(address)).status;
  expect(after.key).not.toBe(before.key);
  for (const format of ['atom', 'json'] as const) {
    expect(await status(before[format])).toBe(404);
    expect(await status(after[format])).toBe(200);
    expect(await status(others[format])).toBe(200);
  }
});

test('the link of an erased account has ended', async () => {
  const { atom } = await newLinks();
  await live.app.request('/api/v1/me', { method: 'DELETE', headers: await signedInAs('ada') });
  expect((await live.app.request(atom)).status).toBe(404);
});

test.each([
  ['a stranger without a key', 'GET', '/api/v1/me/feed.atom', 401],
  ['a stranger with a key of nobody', 'GET', '/api/v1/me/feed.json?key=abc', 404],
  ['a stranger who asks for a key', 'POST', '/api/v1/me/feed-key', 401],
  ['a key beyond all measure', 'GET', `/api/v1/me/feed.json?key=${'a'.repeat(101)}`, 400],
])('%s is told so: %s %s', async (_, method, path, status) => {
  const response = await live.app.request(path, { method });
  expect(response.status).toBe(status);
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  expect(response.headers.get('ETag')).toBeNull();
});

test('what a key opens is kept by nobody', async () => {
  const { atom, json } = await newLinks();
  for (const address of [atom, json]) {
    const { headers } = await live.app.request(address);
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect(headers.get('ETag')).toBeNull();
  }
});

test('neither the log nor the database has the key', async () => {
  const { key, atom } = await newLinks();
  await live.app.request(atom);
  await live.app.request(atom.replace('feed.atom', 'feed.rss'));
  expect(live.lines.join('\n')).toContain('/api/v1/me/feed.atom');
  expect(live.lines.join('\n')).not.toContain(key);
  const { rows } = await live.services.database.execute('SELECT * FROM feed_keys');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(Object.values({ ...rows[0] }).map(String))).not.toContain(key);
});
