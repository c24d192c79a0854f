import { expect, test } from 'vitest';
import { countDifferences } from '../../../api/db/counts.ts';
import type { Database } from '../../../api/db/open.ts';
import { startChild } from '../child-server.ts';
import { signedInAs } from '../live-app.ts';
import { opened, temporaryUrl } from './temporary-database.ts';

const slug = 'aurora-1';

async function single(database: Database, sql: string): Promise<number> {
  return Number((await database.execute(sql)).rows[0]?.['number']);
}

const viewTotal = (database: Database) =>
  single(database, 'SELECT coalesce(sum(count), 0) AS number FROM views');

const viewOf = (address: string, reader: number) =>
  fetch(`${address}/api/v1/models/${slug}/views`, {
    method: 'POST',
    headers: { 'User-Agent': `Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0 ${reader}` },
  });

test('every view that was answered survives a clean stop', async () => {
  const LIBSQL_URL = await temporaryUrl();
  const server = await startChild({ LIBSQL_URL });
  const answers = Array.from({ length: 100 }, (_, reader) => viewOf(server.address, reader));
  for (const { status } of await Promise.all(answers)) expect(status).toBe(204);
  expect(await server.end('SIGTERM')).toBe(0);
  expect(await viewTotal(await opened(LIBSQL_URL))).toBe(100);
});

test('a killed process loses at most the views of its last second', async () => {
  const LIBSQL_URL = await temporaryUrl();
  const server = await startChild({ LIBSQL_URL });
  const answeredAt: number[] = [];
  const start = performance.now();
  while (performance.now() - start < 3500) {
    const { status } = await viewOf(server.address, answeredAt.length);
    expect(status).toBe(204);
    answeredAt.push(performance.now());
  }
  const killedAt = performance.now();
  await server.end('SIGKILL');
  const total = await viewTotal(await opened(LIBSQL_URL));
  // A second, and half of one for a beat that a busy machine runs late.
  expect(total).toBeGreaterThanOrEqual(answeredAt.filter((at) => at < killedAt - 1500).length);
  expect(total).toBeLessThanOrEqual(answeredAt.length);
  expect(total).toBeGreaterThan(0);
});

test('every follow that was answered outlives the process that is killed meanwhile', async () => {
  const LIBSQL_URL = await temporaryUrl();
  const server = await startChild({ LIBSQL_URL });
  const answered: string[] = [];
  const followOn = async (reader: string) => {
    for (let count = 0; ; count += 1) {
      const user = `${reader}-${count}`;
      const response = await fetch(`${server.address}/api/v1/models/${slug}/follow`, {
        method: 'PUT',
        headers: await signedInAs(user),
      });
      if (response.status !== 200) throw new Error(`${user} is answered ${response.status}`);
      answered.push(user);
    }
  };
  const readers = Promise.allSettled(['ada', 'ben', 'cem', 'dov', 'eva'].map(followOn));
  await expect.poll(() => answered.length, { timeout: 20_000 }).toBeGreaterThan(200);
  await server.end('SIGKILL');
  // The kill alone ends them.
  for (const ended of await readers)
    expect(ended).toMatchObject({ reason: { message: 'fetch failed' } });
  const database = await opened(LIBSQL_URL);
  const { rows } = await database.execute(
    'SELECT subject FROM follows JOIN users ON users.id = follows.user_id',
  );
  const kept = new Set(rows.map(({ subject }) => subject));
  expect(answered.filter((user) => !kept.has(user))).toEqual([]);
  expect(await countDifferences(database)).toEqual([]);
});

test('follows are there for the next process, with their counts', async () => {
  const LIBSQL_URL = await temporaryUrl();
  const first = await startChild({ LIBSQL_URL });
  const path = `/api/v1/models/${slug}/follow`;
  await fetch(first.address + path, { method: 'PUT', headers: await signedInAs('ada') });
  await first.end('SIGKILL');
  const second = await startChild({ LIBSQL_URL });
  const status = await fetch(`${second.address}${path}-status`, {
    headers: await signedInAs('ada'),
  });
  expect(await status.json()).toEqual({ data: { isFollowing: true, followCount: 1 } });
  expect(await second.end('SIGTERM')).toBe(0);
});
