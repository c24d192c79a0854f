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

const numbered = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('pages stand still', () => {
  beforeEach(() => pushed(live, 'news', articles(numbered(11, 16))));

  const through = async (start: string, between: (page: number) => Promise<unknown>) => {
    const titles: string[] = [];
    let address: string | undefined = start;
    for (let number = 1; address !== undefined; number += 1) {
      const read = await page(live, address);
      titles.push(...read.titles);
      address = read.links.get('next');
      await between(number);
    }
    return titles;
  };
  const asTheyStood = numbered(11, 16)
    .toReversed()
    .map((number) => `Article ${number}`);

  test.each([
    ['newer than all', [21, 22]],
    ['older than all', [1, 2]],
    ['in between', [14, 15]],
  ])('when items arrive that are %s', async (_, arriving) => {
    const titles = await through('/news?limit=2', (number) =>
      pushed(
        live,
        'news',
        articles(arriving, { externalId: `a${number}`, url: `https://a.example/${number}` }),
      ),
    );
    expect(titles).toEqual(asTheyStood);
    expect((await page(live, '/news')).pagination.total).toBeGreaterThan(6);
  });

  test('of a model too, and of a search', async () => {
    for (const list of ['/models/aurora-1/news?limit=2', '/news?limit=2&search=article']) {
      const titles = await through(list, (number) =>
        pushed(
          live,
          'news',
          articles([20 + number], {
            externalId: `${list} ${number}`,
            url: `https://b.example/${list.length}/${number}`,
            title: 'Article of later',
          }),
        ),
      );
      expect(titles.filter((title) => title !== 'Article of later')).toEqual(asTheyStood);
    }
  });

  test('when jobs close, and one opens again that was closed before', async () => {
    const jobs = (numbers: readonly number[]) =>
      pushed(live, 'jobs', articles(numbers, { company: 'A' }), { isComplete: true });
    await jobs(numbered(11, 16));
    await jobs([11, 12, 14, 15, 16]);
    const changes = [numbered(11, 16), [14, 15], []];
    expect(await through('/jobs?limit=2', (number) => jobs(changes[number - 1] ?? []))).toEqual(
      asTheyStood.filter((title) => title !== 'Article 13'),
    );
    expect((await page(live, '/jobs')).pagination.total).toBe(0);
  });

  test('and a link without an edition leads to the list as it is', async () => {
    await pushed(live, 'news', articles([21]));
    expect((await page(live, '/news?limit=2&page=1')).titles).toEqual(['Article 21', 'Article 16']);
  });
});
