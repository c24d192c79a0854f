import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sourcesOf } from '../a-source.ts';
import { linkerByName } from '../db/item-store.ts';
import { type LiveApp, liveApp } from '../live-app.ts';
import { articles, page, pushed } from './pushing.ts';

let live: LiveApp;
beforeEach(async () => {
  live = await liveApp({
    linker: linkerByName,
    content: {
      sources: sourcesOf({
        blog: { name: 'The Blog', provider: 'cloud-nine' },
        wire: { name: 'The Wire' },
      }),
    },
  });
});
afterEach(() => live.close());

const numbered = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a list', () => {
  test('is newest first, ten to a page, with the links of every other list', async () => {
    await pushed(live, 'news', articles(numbered(1, 25)));
    const { titles, pagination, links } = await page(live, '/news');
    expect(titles).toEqual(
      numbered(16, 25)
        .toReversed()
        .map((number) => `Article ${number}`),
    );
    expect(pagination).toEqual({ page: 1, limit: 10, total: 25, totalPages: 3 });
    expect([...links]).toEqual([
      ['first', '/api/v1/news?edition=1&page=1'],
      ['next', '/api/v1/news?edition=1&page=2'],
      ['last', '/api/v1/news?edition=1&page=3'],
    ]);
  });

  test('has what is not dated by when it was first seen', async () => {
    await pushed(live, 'news', articles([1, 2], { publishedAt: undefined }));
    await pushed(live, 'news', articles([3]));
    expect((await page(live, '/news')).titles).toEqual(['Article 2', 'Article 1', 'Article 3']);
  });

  test('of one instant has the latest stored first', async () => {
    const publishedAt = '2025-01-01T00:00:00Z';
    await pushed(live, 'news', articles([1, 2, 3], { publishedAt }));
    expect((await page(live, '/news')).titles).toEqual(['Article 3', 'Article 2', 'Article 1']);
  });

  test.each([
    ['limit=0', 400],
    ['limit=1', 200],
    ['limit=50', 200],
    ['limit=51', 400],
    ['page=0', 400],
    ['page=999999999999999', 200],
    ['page=1e3', 400],
    ['edition=0', 200],
    ['edition=-1', 400],
    ['edition=999999999999999', 200],
    ['edition=9999999999999999', 400],
    ['family=yes', 400],
    ['closed=true', 400],
    ['search=%22', 200],
    ['search=*', 200],
    ['search=NEAR(a%20b)', 200],
    ['search=title:a%20OR%20b%20NOT%20c', 200],
    ['search=%00', 200],
    [`search=${'a'.repeat(200)}`, 200],
    [`search=${'a'.repeat(201)}`, 400],
    ['model=nobody', 404],
    ['provider=nobody', 200],
    ['source=nobody', 200],
  ])('with ?%s is answered %i', async (query, status) => {
    expect((await live.app.request(`/api/v1/news?${query}`)).status).toBe(status);
  });

  test('of a model that is not there is 404 with the nearest, of an alias a way to it', async () => {
    const [alias, slug] = [...live.services.catalog.aliases][0] ?? [];
    for (const kind of ['news', 'discussions', 'jobs']) {
      expect((await live.app.request(`/api/v1/models/aurora-11/${kind}`)).status).toBe(404);
      const moved = await live.app.request(`/api/v1/models/${alias}/${kind}?limit=2`);
      expect(moved.status).toBe(308);
      expect(moved.headers.get('Location')).toBe(`/api/v1/models/${slug}/${kind}?limit=2`);
    }
    await pushed(live, 'news', articles([1], { models: [alias] }));
    expect((await page(live, `/news?model=${alias}`)).items).toMatchObject([
      { models: [{ slug }] },
    ]);
  });
});

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

test('a count is the total of its list', async () => {
  await pushed(live, 'news', articles(numbered(1, 3)));
  await pushed(live, 'discussions', articles(numbered(1, 2)));
  await pushed(live, 'jobs', articles([1, 2, 3, 4], { company: 'A' }), { isComplete: true });
  await pushed(live, 'jobs', articles([1], { company: 'A' }), { isComplete: true });
  for (const path of ['/models/aurora-1', '/models/aurora-1/stats']) {
    const response = await live.app.request(`/api/v1${path}`);
    expect(await response.json()).toMatchObject({
      data: { newsCount: 3, discussionCount: 2, jobCount: 1 },
    });
  }
  for (const [kind, total] of [
    ['news', 3],
    ['discussions', 2],
    ['jobs', 1],
  ] as const) {
    expect((await page(live, `/models/aurora-1/${kind}`)).pagination.total).toBe(total);
  }
});
