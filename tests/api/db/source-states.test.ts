import { expect, test } from 'vitest';
import { sourceStates } from '../../../api/db/source-states.ts';
import { WriteQueue } from '../../../api/db/write-queue.ts';
import { temporaryDatabase } from './temporary-database.ts';

const states = async () => {
  const database = await temporaryDatabase();
  return sourceStates(database, new WriteQueue(database));
};

test('of a source that was never read, nothing is known but that it has not failed', async () => {
  expect(await (await states()).read('blog')).toEqual({ failures: 0 });
});

test('what was written of a source is read, and of no other', async () => {
  const { read, write } = await states();
  const state = {
    etag: 'W/"1"',
    lastModified: 'Sun, 01 Mar 2026 12:00:00 GMT',
    checkedAt: '2026-03-01T12:00:00Z',
    succeededAt: '2026-03-01T11:00:00Z',
    failures: 3,
    error: 'It answered 503.',
  };
  await write('blog', state);
  expect(await read('blog')).toEqual(state);
  expect(await read('wire')).toEqual({ failures: 0 });
});

test('what is written last takes the place of all before', async () => {
  const { read, write } = await states();
  await write('blog', { etag: '"1"', failures: 3, error: 'It answered 503.' });
  await write('blog', { succeededAt: '2026-03-01T12:00:00Z', failures: 0 });
  expect(await read('blog')).toEqual({ succeededAt: '2026-03-01T12:00:00Z', failures: 0 });
});
