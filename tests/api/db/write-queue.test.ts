import { beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../../api/db/open.ts';
import { WriteQueue } from '../../../api/db/write-queue.ts';
import { opened, temporaryUrl } from './temporary-database.ts';

let url: string;
let database: Database;
let writes: WriteQueue;
beforeEach(async () => {
  url = await temporaryUrl();
  database = await opened(url);
  writes = new WriteQueue(database);
});

const add = (name: string) => ({
  // Its value tells how many came before.
  sql: 'INSERT INTO secrets (name, value) SELECT ?, count(*) FROM secrets RETURNING value',
  args: [name],
});

const bad = { sql: 'INSERT INTO secrets (name, value) VALUES (NULL, NULL)', args: [] };

async function names(): Promise<readonly unknown[]> {
  const { rows } = await database.execute(
    'SELECT name FROM secrets ORDER BY CAST(value AS INTEGER)',
  );
  return rows.map(({ name }) => name);
}

test('a write is answered when every other connection can read it', async () => {
  const other = await opened(url);
  await writes.write([add('first')]);
  const { rows } = await other.execute('SELECT name FROM secrets');
  expect(rows.map(({ name }) => name)).toEqual(['first']);
});

test('writes of one turn share commits of 200 callers and are done in the order asked for', async () => {
  const batch = vi.spyOn(database, 'batch');
  const asked = Array.from({ length: 450 }, (_, index) => `name-${index}`);
  const answers = await Promise.all(asked.map((name) => writes.write([add(name)])));
  expect(answers.map(([result]) => Number(result?.rows[0]?.['value']))).toEqual(
    asked.map((_, i) => i),
  );
  expect(await names()).toEqual(asked);
  expect(batch).toHaveBeenCalledTimes(3);
});

test('one bad statement fails only its own caller, and the others keep their order', async () => {
  const answers = await Promise.allSettled([
    writes.write([add('before')]),
    writes.write([add('undone'), bad]),
    writes.write([add('after')]),
    writes.write([add('last')]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(await names()).toEqual(['before', 'after', 'last']);
});

test('a write that is alone and bad fails, and the queue goes on', async () => {
  await expect(writes.write([bad])).rejects.toMatchObject({
    code: expect.stringMatching(/^SQLITE_CONSTRAINT/),
  });
  await writes.write([add('next')]);
  expect(await names()).toEqual(['next']);
});

test('when no transaction can be had, each caller hears of it once and nothing is tried again', async () => {
  const batch = vi.spyOn(database, 'batch');
  database.close();
  const answers = await Promise.allSettled([writes.write([add('a')]), writes.write([add('b')])]);
  expect(answers).toMatchObject([
    { status: 'rejected', reason: { code: 'CLIENT_CLOSED' } },
    { status: 'rejected', reason: { code: 'CLIENT_CLOSED' } },
  ]);
  expect(batch).toHaveBeenCalledTimes(1);
});

test('a queue is idle when all that was asked for is written', async () => {
  await writes.idle();
  const write = vi.fn();
  void writes.write([add('a')]).then(write);
  void writes.write([add('b')]).then(write);
  await writes.idle();
  expect(await names()).toEqual(['a', 'b']);
});
