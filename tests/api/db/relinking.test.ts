import { beforeEach, describe, expect, test } from 'vitest';
import { countDifferences, noCounts, readCounts, repairCounts } from '../../../api/db/counts.ts';
import type { Database } from '../../../api/db/open.ts';
import { relinkItems } from '../../../api/db/relinking.ts';
import { article, board, job, news, rowsOf, type StoreOptions, storeOn } from './item-store.ts';
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

const relink = (options: StoreOptions) =>
  relinkItems(storeOn(database, options).parts, new AbortController());

describe('another version of the catalog', () => {
  test('makes the links anew, once', async () => {
    await store(
      {},
      article(),
      article({ externalId: '2', url: 'https://blog.example/2', title: 'Weather' }),
    );
    const corrections = [
      { url, reason: 'It is about the other.', add: ['aurora-2'], remove: ['aurora-1'] },
    ];
    expect(await relink({ version: 'v2', corrections })).toBe(2);
    expect(await links()).toEqual(['aurora-2 model corrected']);
    expect(await relink({ version: 'v2', corrections })).toBe(0);
    expect(await relink({ version: 'v1' })).toBe(2);
    expect(await links()).toEqual(['aurora-1 model linked']);
    expect(await countDifferences(database)).toEqual([]);
  });

  test('without a model leaves no link to it, and with it makes them again', async () => {
    await store({}, article({ models: ['aurora-1', 'aurora-2'] }));
    await relink({ version: 'v2', models: ['aurora-2'] });
    expect(await links()).toEqual(['aurora-2 model stated']);
    await relink({ version: 'v3' });
    expect(await links()).toEqual(['aurora-1 model stated', 'aurora-2 model stated']);
  });

  test('of more items than one batch goes through them all, and goes on where it was stopped', async () => {
    const items = Array.from({ length: 250 }, (_, index) =>
      article({ externalId: `${index}`, url: `https://blog.example/${index}` }),
    );
    await store({}, ...items);
    const stopping = new AbortController();
    const { parts } = storeOn(database, { version: 'v2' });
    const some = relinkItems(
      {
        ...parts,
        linksOf: (item) => {
          stopping.abort();
          return parts.linksOf(item);
        },
      },
      stopping,
    );
    expect(await some).toBe(100);
    expect(await relink({ version: 'v2' })).toBe(150);
    expect(await countDifferences(database)).toEqual([]);
  });
});

test('an item changes no date and no edition by being linked anew', async () => {
  await store({}, article());
  const before = await rowsOf(database, 'SELECT updated_at, edition FROM items');
  await relink({ version: 'v2', now: '2027-01-01T00:00:00.000Z' });
  expect(await rowsOf(database, 'SELECT updated_at, edition FROM items')).toEqual(before);
});

test('counts that went wrong are told, and set right by counting what is open and no family mention', async () => {
  const titles = ['Aurora 1', 'Aurora 1 again', 'Aurora'];
  const items = titles.map((title, index) =>
    article({ externalId: `${index}`, url: `https://blog.example/${index}`, title }),
  );
  const { parts, store } = storeOn(database);
  await store(news, items, part);
  await store(board, [job(), job({ externalId: '2', title: 'Aurora 2' })], { isComplete: true });
  await store(board, [job()], { isComplete: true });
  const right = await readCounts(database);
  expect(right.get('aurora-1')).toEqual({ ...noCounts, newsCount: 2, jobCount: 1 });
  expect(right.get('aurora-2')).toEqual(noCounts);
  await database.execute('UPDATE model_counts SET news_count = 9, job_count = 9');
  const differences = await countDifferences(database);
  expect(differences.map(({ model, recounted }) => [model, recounted])).toEqual([...right]);
  await repairCounts(parts.writes);
  expect((await readCounts(database)).get('aurora-1')).toEqual(right.get('aurora-1'));
  expect(await countDifferences(database)).toEqual([]);
});
