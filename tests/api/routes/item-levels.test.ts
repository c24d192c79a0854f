import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkerByName } from '../db/item-store.ts';
import { type LiveApp, liveApp } from '../live-app.ts';
import { articles, page, pushed } from './pushing.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp({
    linker: linkerByName,
    content: {
      sources: new Map([
        ['blog', { name: 'The Blog', provider: 'cloud-nine' }],
        ['wire', { name: 'The Wire' }],
      ]),
    },
  });
});
afterEach(() => live.close());

describe('levels', () => {
  beforeEach(async () => {
    const items = articles([1, 2, 3], { models: undefined });
    const titles = ['Aurora 1 is slow', 'Aurora is down', 'Weather'];
    await pushed(
      live,
      'news',
      items.map((item, index) => ({ ...item, title: titles[index] })),
    );
  });

  test('what names only the family is in no list of a model and no count, unless asked for', async () => {
    expect((await page(live, '/models/aurora-1/news')).titles).toEqual(['Aurora 1 is slow']);
    expect((await page(live, '/news?model=aurora-2')).titles).toEqual([]);
    expect((await page(live, '/models/aurora-1/news?family=true')).titles).toEqual([
      'Aurora is down',
      'Aurora 1 is slow',
    ]);
    const stats = await live.app.request('/api/v1/models/aurora-1/stats');
    expect(await stats.json()).toMatchObject({ data: { newsCount: 1 } });
  });

  test('are told of each link, with the words and how sure it is', async () => {
    const { items } = await page(live, '/news');
    expect(items.map(({ models }) => models)).toEqual([
      [],
      ['aurora-1', 'aurora-2'].map((slug) => ({
        slug,
        name: slug === 'aurora-1' ? 'Aurora 1' : 'Aurora 2',
        level: 'family',
        words: 'Aurora',
        confidence: 0.5,
      })),
      [{ slug: 'aurora-1', name: 'Aurora 1', level: 'model', words: 'Aurora 1', confidence: 0.9 }],
    ]);
  });
});
