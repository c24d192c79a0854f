import { expect, test } from 'vitest';
import { countDifferences } from '../../../api/db/counts.ts';
import { onEdition } from '../../../api/db/editions.ts';
import { WriteQueue } from '../../../api/db/write-queue.ts';
import { article, board, job, news, rowsOf, storeOn, wire } from './item-store.ts';
import { opened, temporaryDatabase, temporaryUrl } from './temporary-database.ts';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    article({ externalId: `${index}`, url: `https://blog.example/${index}` }),
  );

test('four that store the same at once, each with a connection of its own, store it once', async () => {
  const url = await temporaryUrl();
  const databases = await Promise.all([1, 2, 3, 4].map(() => opened(url)));
  const counts = await Promise.all(
    databases.map((database) =>
      storeOn(database).store(news, numbered(250), { isComplete: false }),
    ),
  );
  const sum = (of: 'created' | 'unchanged') => counts.reduce((total, each) => total + each[of], 0);
  expect([sum('created'), sum('unchanged')]).toEqual([250, 750]);
  const [database] = databases;
  if (!database) throw new Error('There is no database.');
  expect(await rowsOf(database, 'SELECT count(*) AS count FROM items')).toEqual([{ count: 250 }]);
  expect(await countDifferences(database)).toEqual([]);
});

test('two sources that tell of the same stories at once make one item of each', async () => {
  const url = await temporaryUrl();
  const [one, other] = [await opened(url), await opened(url)];
  await Promise.all([
    storeOn(one).store(news, numbered(120), { isComplete: false }),
    storeOn(other).store(wire, numbered(120), { isComplete: false }),
  ]);
  expect(
    await rowsOf(one, 'SELECT count(DISTINCT item) AS items, count(*) AS places FROM item_places'),
  ).toEqual([{ items: 120, places: 240 }]);
});

test('a board that empties while it is told again ends as one of the two said', async () => {
  const { parts, store } = storeOn(await temporaryDatabase());
  await store(board, [job()], { isComplete: true });
  await Promise.all([
    store(board, [], { isComplete: true }),
    store(board, [job()], { isComplete: true }),
  ]);
  const [row] = await rowsOf(
    parts.database,
    `SELECT closed_at IS NULL AS is_open, is_listed
      FROM items JOIN item_places ON item_places.item = items.number`,
  );
  expect(row?.['is_open']).toBe(row?.['is_listed']);
  expect(await countDifferences(parts.database)).toEqual([]);
});

test('what was thought out on an edition that has passed is thought out again', async () => {
  const url = await temporaryUrl();
  const [one, other] = [await opened(url), await opened(url)];
  const editions: bigint[] = [];
  await onEdition(one, new WriteQueue(one), async (edition) => {
    editions.push(edition);
    if (editions.length === 1) await storeOn(other).store(news, [article()], { isComplete: false });
    return { statements: ['SELECT 1'], done: () => undefined };
  });
  expect(editions).toEqual([1n, 2n]);
});

test('a statement that fails is no passed edition: its error is told, and nothing written', async () => {
  const database = await temporaryDatabase();
  const writes = new WriteQueue(database);
  let times = 0;
  const failing = onEdition(database, writes, async () => {
    times += 1;
    return { statements: ['INSERT INTO items (id) VALUES (1)'], done: () => undefined };
  });
  await expect(failing).rejects.toThrow(/NOT NULL|constraint/i);
  expect(times).toBe(1);
  expect(await rowsOf(database, 'SELECT edition FROM item_editions')).toEqual([{ edition: 0 }]);
  // Whoever comes after the one that failed is served.
  await storeOn(database).store(news, [article()], { isComplete: false });
  expect(await rowsOf(database, 'SELECT edition FROM item_editions')).toEqual([{ edition: 1 }]);
});
