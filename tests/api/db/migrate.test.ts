import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createClient } from '@libsql/client';
import { expect, onTestFinished, test } from 'vitest';
import { migrationState } from '../../../api/db/migrate.ts';
import { openDatabase } from '../../../api/db/open.ts';
import { opened, temporaryDatabase, temporaryUrl } from './temporary-database.ts';

const folder = 'api/db/migrations';

/** Opens a database in processes of their own, all at once. @throws when one of them cannot. */
const openInProcesses = (url: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      promisify(execFile)(process.execPath, ['scripts/counts.ts'], {
        env: { ...process.env, LIBSQL_URL: url },
      }),
    ),
  );

test('six processes that start at once on one new file migrate it once', async () => {
  const url = await temporaryUrl();
  await openInProcesses(url, 6);
  const { rows } = await (await opened(url)).execute('SELECT number FROM migrations');
  expect(rows).toHaveLength((await readdir(folder)).length);
});

test('processes that wait for one lock look again at what is applied when they have it', async () => {
  const url = await temporaryUrl();
  const holder = createClient({ url });
  onTestFinished(() => holder.close());
  await holder.execute('PRAGMA journal_mode = WAL');
  // Its first statement then writes nothing, so that only the lock itself keeps the others out.
  await holder.execute(
    'CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  const lock = await holder.transaction('write');
  const processes = openInProcesses(url, 4);
  // Time enough to start, and less than they wait for a lock.
  await setTimeout(4000);
  await lock.commit();
  await processes;
  const { rows } = await holder.execute('SELECT number FROM migrations');
  expect(rows).toHaveLength((await readdir(folder)).length);
});

test('each migration is recorded with its number, name, checksum and time', async () => {
  const { rows } = await (await temporaryDatabase()).execute(
    'SELECT number, name, checksum, applied_at FROM migrations ORDER BY number',
  );
  const names = (await readdir(folder)).toSorted();
  const expected = names.map(async (name, index) => ({
    number: index + 1,
    name,
    checksum: createHash('sha256')
      .update(await readFile(`${folder}/${name}`))
      .digest('hex'),
    applied_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  }));
  expect(rows.map((row) => ({ ...row }))).toEqual(await Promise.all(expected));
});

test('a database that is opened again keeps its rows and its record', async () => {
  const url = await temporaryUrl();
  const first = await opened(url);
  await first.execute("INSERT INTO secrets (name, value) VALUES ('kept', 'yes')");
  const record = await first.execute('SELECT * FROM migrations');
  const second = await opened(url);
  expect((await second.execute('SELECT * FROM migrations')).rows).toEqual(record.rows);
  expect((await second.execute('SELECT value FROM secrets')).rows[0]?.['value']).toBe('yes');
  const { known, applied } = await migrationState(second);
  expect(applied).toBe(known);
});

test('a database whose migration was edited is refused', async () => {
  const url = await temporaryUrl();
  await (await opened(url)).execute("UPDATE migrations SET checksum = 'another' WHERE number = 1");
  await expect(openDatabase({ url })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: Migration 001-accounts-follows-views.sql was edited after it was applied. Restore it, and write a new one.]`,
  );
});

test('a database that is newer than the program is refused', async () => {
  const url = await temporaryUrl();
  await (await opened(url)).execute(
    "INSERT INTO migrations (number, name, checksum, applied_at) VALUES (999, '999-later.sql', 'any', '2030-01-01')",
  );
  await expect(openDatabase({ url })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: The database was migrated to 999, which this version does not know. Start the newer version.]`,
  );
});

test('a migration that fails half-way leaves nothing behind', async () => {
  const url = await temporaryUrl();
  const bare = createClient({ url });
  onTestFinished(() => bare.close());
  await bare.execute('CREATE TABLE sessions (id TEXT)');
  await expect(openDatabase({ url })).rejects.toThrow('sessions already exists');
  const { rows } = await bare.execute('SELECT name FROM sqlite_schema');
  expect(rows.map(({ name }) => name)).toEqual(['sessions']);
});
