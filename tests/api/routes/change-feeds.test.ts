import { afterAll, expect, test } from 'vitest';
import { liveApp, publicUrl } from '../live-app.ts';
import { readAtom, readJsonFeed } from './valid-feed.ts';

const live = await liveApp();
afterAll(() => live.close());

const ask = async (format: 'atom' | 'json', app = live.app) =>
  (await app.request(`/api/v1/feeds/changes.${format}`)).text();

test('the feed tells what happened to the models, newest first, in both formats', async () => {
  const titles = [
    'Aurora 3 Preview was released',
    'Aurora 1 is retired',
    'Aurora 2 has a score',
    'Borealis 7B was released',
    'Aurora 1 is deprecated',
    'Aurora 2 was released',
    'Aurora 2 has a score',
    'Aurora 1 has another price',
    'Aurora 1 was released',
    'Aurora 1 has a score',
  ];
  expect(readJsonFeed(await ask('json')).items.map(({ title }) => title)).toEqual(titles);
  expect(readAtom(await ask('atom'))('//atom:entry/atom:title')).toEqual(titles);
});

test('an entry says what changed, from what, and who says so', async () => {
  const texts = readAtom(await ask('atom'))('//atom:entry/atom:summary');
  expect(texts.join('\n---\n')).toMatchInlineSnapshot(`
    "Aurora Labs released it in 2025-11. Others than the maker agree on it.

    https://aurora.example.com/three
    ---
    Aurora Labs stopped serving it on 2025-07-10. The maker names aurora-2 as successor. Reported by others than the maker only.

    https://github.com/example/open-figures/blob/abc/aurora.json
    ---
    Star Chart 91% (5-shot, high effort, by Star Society).

    https://star-chart.example.com/2
    ---
    Borealis released it on 2025-02-20.

    https://huggingface.co/borealis/Borealis-7B
    ---
    Aurora Labs announced its end on 2025-01-10. It ends on 2025-07-10. The maker names aurora-2 as successor. Reported by others than the maker only.

    https://github.com/example/open-figures/blob/abc/aurora.json
    ---
    Aurora Labs released it on 2024-12-01.

    https://aurora.example.com/two
    ---
    Star Chart 88.25% (5-shot, by the maker).

    https://aurora.example.com/two
    ---
    US dollars per million tokens: input 10 → 5, output 30 → 15. Seen on 2024-06-01; it may be older. Reported by others than the maker only.

    https://github.com/example/open-figures/blob/abc/aurora.json
    ---
    Aurora Labs released it on 2024-01-10.

    https://aurora.example.com/launch
    ---
    Star Chart 61.5% (5-shot, by the maker).

    https://aurora.example.com/launch"
  `);
});

test('an entry leads to its model, and has one id in both formats', async () => {
  const { items, home_page_url: page } = readJsonFeed(await ask('json'));
  expect(page).toBe(`${publicUrl}/changes`);
  expect(items[1]).toMatchObject({
    id: 'tag:127.0.0.1,2026:changes/retired-aurora-1',
    url: `${publicUrl}/models/aurora-1`,
    date_published: '2025-07-10T00:00:00.000Z',
    tags: ['aurora-1'],
  });
  expect(readAtom(await ask('atom'))('//atom:entry/atom:id')).toEqual(items.map(({ id }) => id));
});

test('a month stands at its first day', async () => {
  const { items } = readJsonFeed(await ask('json'));
  expect(items[0]).toMatchObject({ date_published: '2025-11-01T00:00:00.000Z' });
});

test('the feed has the fifty newest, and is the same each time', async () => {
  const [change] = live.services.catalog.changes;
  if (!change) throw new Error('The fixture has no change.');
  const changes = Array.from({ length: 60 }, (_, index) => ({ ...change, id: `added-${index}` }));
  const long = await liveApp({ content: { changes } });
  const { items } = readJsonFeed(await ask('json', long.app));
  expect(items.map(({ id }) => id.split('changes/')[1])).toEqual(
    changes.slice(0, 50).map(({ id }) => id),
  );
  expect(await ask('atom', long.app)).toBe(await ask('atom', long.app));
  await long.close();
});

test('without a change the feed is valid in both formats', async () => {
  const none = await liveApp({ content: { changes: [] } });
  expect(readJsonFeed(await ask('json', none.app)).items).toEqual([]);
  expect(readAtom(await ask('atom', none.app))('/atom:feed/atom:updated')).toEqual([
    '2026-03-01T00:00:00.000Z',
  ]);
  await none.close();
});

test.each([
  ['/feeds/changes.atom?page=2', 400],
  ['/feeds/changes.rss', 404],
])('%s is %i', async (path, status) => {
  expect((await live.app.request(`/api/v1${path}`)).status).toBe(status);
});
