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

describe('a filter', () => {
  beforeEach(async () => {
    const store = (source: string, items: ReturnType<typeof articles>) =>
      live.services.storeItems({ id: source, kind: 'news' }, items, { isComplete: false });
    await store('blog', articles([1], { models: ['aurora-1'], summary: 'Gpt-4o was slower.' }));
    await store('wire', articles([2], { models: ['aurora-2', 'borealis-7b'] }));
    await store('wire', articles([3], { models: [], url: 'https://platform.example/1' }));
    await store('other', articles([4], { models: ['borealis-7b'], title: 'Über GPT-4 and Čech' }));
    await live.services.counts.beatNow();
  });

  test.each([
    ['model=aurora-1', [1]],
    ['model=borealis-7b', [4, 2]],
    ['provider=aurora-labs', [2, 1]],
    ['provider=borealis', [4, 2]],
    ['provider=cloud-nine', [1]],
    ['source=wire', [2, 1]],
    ['source=blog', [1]],
    ['source=wire&provider=borealis', [2]],
    ['source=wire&model=aurora-1', [1]],
    ['source=other&model=aurora-1', []],
    ['search=article', [2, 1]],
    ['search=ARTICLE%202', [2]],
    ['search=gpt-4o', [1]],
    ['search=gpt-4', [4, 1]],
    ['search=uber%20cec', [4]],
    ['search=rticle', []],
    ['search=%2B', []],
    ['search=slower%20article', [1]],
    ['search=article&provider=borealis', [2]],
  ])('?%s lets through %j', async (query, numbers) => {
    const { items } = await page(live, `/news?${query}`);
    expect(items.map(({ publishedAt }) => new Date(publishedAt ?? '').getUTCDate())).toEqual(
      numbers,
    );
  });

  test('a story at two places names both, the first first', async () => {
    const { items } = await page(live, '/news?source=wire');
    expect(items.at(-1)?.places).toEqual([
      { source: 'blog', name: 'The Blog', url: 'https://platform.example/1' },
      { source: 'wire', name: 'The Wire', url: 'https://platform.example/1' },
    ]);
  });
});

describe('jobs', () => {
  test.each([
    ['', 3],
    ['remote=true', 1],
    ['remote=false', 1],
  ])('?%s has %i', async (query, count) => {
    for (const [index, isRemote] of [true, false, undefined].entries()) {
      await pushed(live, 'jobs', articles([index + 1], { company: 'A', isRemote }));
    }
    for (const list of ['/jobs', '/models/aurora-1/jobs']) {
      expect((await page(live, `${list}?${query}`)).pagination.total).toBe(count);
    }
  });

  test('are found by their company', async () => {
    await pushed(live, 'jobs', articles([1], { company: 'Zenith Works' }));
    expect((await page(live, '/jobs?search=zenith')).pagination.total).toBe(1);
  });
});
