import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { countDifferences } from '../../../api/db/counts.ts';
import { openDatabase } from '../../../api/db/open.ts';
import { type ChildServer, startChild } from '../child-server.ts';
import { type LiveApp, liveApp, signedInAs } from '../live-app.ts';

let live: LiveApp;
let servers: readonly ChildServer[] = [];
beforeAll(async () => {
  // Only for its database, which it makes and takes away.
  live = await liveApp();
  await live.stop();
  const start = () => startChild({ LIBSQL_URL: live.databaseUrl });
  servers = await Promise.all([start(), start(), start(), start()]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end('SIGTERM')));
  await live.close();
});

const stateShape = z.object({ data: z.object({ isFollowing: z.boolean(), followCount: z.int() }) });

/** Asks one of the four processes. */
async function ask(
  process: number,
  path: string,
  {
    method,
    headers,
  }: { readonly method: string; readonly headers: Readonly<Record<string, string>> },
) {
  const address = servers[process % servers.length]?.address;
  const response = await fetch(`${address}/api/v1/models/${path}`, { method, headers });
  return stateShape.parse(await response.json()).data;
}

async function differences() {
  const database = await openDatabase({ url: live.databaseUrl });
  try {
    return await countDifferences(database);
  } finally {
    database.close();
  }
}

test('200 toggles of one user at once over 4 processes follow and unfollow in turn', async () => {
  const headers = await signedInAs('one for all');
  const toggles = Array.from({ length: 200 }, (_, index) =>
    ask(index, 'aurora-2/follow', { method: 'POST', headers }),
  );
  const states = await Promise.all(toggles);
  expect(states.filter(({ isFollowing }) => isFollowing)).toHaveLength(100);
  for (const { isFollowing, followCount } of states) expect(followCount).toBe(isFollowing ? 1 : 0);
  expect(await ask(1, 'aurora-2/follow-status', { method: 'GET', headers })).toEqual({
    isFollowing: false,
    followCount: 0,
  });
  expect(await differences()).toEqual([]);
});

test('200 users at once over 4 processes each end as their last answer told', async () => {
  const methods = ['POST', 'PUT', 'DELETE', 'POST', 'PUT', 'POST'] as const;
  const users = Array.from({ length: 200 }, async (_, number) => {
    const headers = await signedInAs(`user ${number}`);
    let isFollowing = false;
    // Each begins elsewhere among the methods and takes as many as make the users end differently.
    for (let step = 0; step < 3 + (number % 2); step += 1) {
      const method = methods[(number + step) % methods.length] ?? 'POST';
      isFollowing = { POST: !isFollowing, PUT: true, DELETE: false }[method];
      const told = await ask(number + step, 'aurora-1/follow', { method, headers });
      expect(told.isFollowing, `user ${number}, step ${step}`).toBe(isFollowing);
    }
    return { headers, isFollowing };
  });
  const ended = await Promise.all(users);
  const followCount = ended.filter(({ isFollowing }) => isFollowing).length;
  expect(followCount).toBeGreaterThan(20);
  expect(followCount).toBeLessThan(180);
  for (const [number, { headers, isFollowing }] of ended.entries()) {
    const state = await ask(number, 'aurora-1/follow-status', { method: 'GET', headers });
    expect(state).toEqual({ isFollowing, followCount });
  }
  expect(await differences()).toEqual([]);
});
