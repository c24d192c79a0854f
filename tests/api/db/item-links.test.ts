import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../api/db/open.ts';
import { article, news, rowsOf, type StoreOptions, storeOn, wire } from './item-store.ts';
import { temporaryDatabase } from './temporary-database.ts';

let database: Database;
beforeEach(async () => {
  database = await temporaryDatabase();
});

const part = { isComplete: false };
const url = 'https://blog.example/1';

const links = async () =>
  (await rowsOf(database, `SELECT model, level, how FROM item_models ORDER BY item, model`)).map(
    ({ model, level, how }) => `${model} ${level} ${how}`,
  );

const store = (options: StoreOptions, ...items: ReturnType<typeof article>[]) =>
  storeOn(database, options).store(news, items, part);

test('an item is linked by its title and summary', async () => {
  await store({}, article({ title: 'New', summary: 'Aurora 1 and Aurora 2 are here.' }));
  expect(await links()).toEqual(['aurora-1 model linked', 'aurora-2 model linked']);
});

test('a link keeps the words that made it, how sure it is, and why', async () => {
  await store({}, article());
  expect(await rowsOf(database, 'SELECT words, confidence, reason FROM item_models')).toEqual([
    { words: 'Aurora 1', confidence: 0.9, reason: 'The text names Aurora 1.' },
  ]);
});

test.each([
  ['none', [], []],
  ['one', ['borealis-1'], ['borealis-1 model stated']],
  ['an alias', ['aurora-one'], ['aurora-1 model stated']],
  ['one twice', ['aurora-1', 'aurora-one'], ['aurora-1 model stated']],
])('a source that states %s is believed, whatever the text says', async (_, models, expected) => {
  await store({}, article({ title: 'Aurora 2 is here', models }));
  expect(await links()).toEqual(expected);
});

test('what any place states holds, and all that they state', async () => {
  await store({}, article());
  const told = storeOn(database);
  await told.store(wire, [article({ models: ['aurora-2'] })], part);
  expect(await links()).toEqual(['aurora-2 model stated']);
  await told.store({ id: 'third', kind: 'news' }, [article({ models: ['borealis-1'] })], part);
  expect(await links()).toEqual(['aurora-2 model stated', 'borealis-1 model stated']);
});

test('an item whose title changed is linked anew', async () => {
  await store({}, article());
  await store({}, article({ title: 'Aurora 2 is here' }));
  expect(await links()).toEqual(['aurora-2 model linked']);
});

describe('a correction', () => {
  const reason = 'The text is about both.';

  test.each([
    ['ties', { add: ['aurora-2'] }, ['aurora-1 model linked', 'aurora-2 model corrected']],
    ['cuts', { remove: ['aurora-1'] }, []],
    ['cuts by an alias', { remove: ['aurora-one'] }, []],
    ['ties what was linked for sure', { add: ['aurora-1'] }, ['aurora-1 model corrected']],
    ['ties and cuts', { add: ['aurora-2'], remove: ['aurora-1'] }, ['aurora-2 model corrected']],
    [
      'of what is not in the catalog does nothing',
      { add: ['gone'], remove: ['none'] },
      ['aurora-1 model linked'],
    ],
  ])('that %s wins over what was read', async (_, change, expected) => {
    await store({ corrections: [{ url, reason, ...change }] }, article());
    expect(await links()).toEqual(expected);
  });

  test('wins over what a source states', async () => {
    const corrections = [{ url, reason, remove: ['aurora-2'] }];
    await store({ corrections }, article({ models: ['aurora-2', 'borealis-1'] }));
    expect(await links()).toEqual(['borealis-1 model stated']);
  });

  test('is of a page however its address is written, and of every place', async () => {
    const corrections = [
      { url: 'http://www.blog.example/1/?utm_source=x#top', reason, remove: ['aurora-1'] },
      { url: 'https://wire.example/2', reason, add: ['borealis-1'] },
    ];
    const told = storeOn(database, { corrections });
    await told.store(news, [article()], part);
    await told.store(wire, [article({ url: 'https://wire.example/2' })], part);
    expect(await links()).toEqual(['aurora-1 model linked', 'borealis-1 model corrected']);
  });

  test('stays when the item is told again', async () => {
    const corrections = [{ url, reason, remove: ['aurora-1'] }];
    await store({ corrections }, article());
    await store({ corrections }, article({ summary: 'Aurora 1, again.' }));
    expect(await links()).toEqual([]);
  });
});
