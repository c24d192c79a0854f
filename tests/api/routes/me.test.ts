import { afterAll, beforeEach, expect, test } from 'vitest';
import { noCounts } from '../../../api/db/counts.ts';
import { type LiveApp, liveApp, signedInAs } from '../live-app.ts';

const open: LiveApp[] = [];
let live: LiveApp;
beforeEach(async () => {
  live = await liveApp();
  open.push(live);
});
afterAll(async () => {
  for (const { close } of open) await close();
});

const ask = async (method: string, path: string, user = 'ada'): Promise<Response> =>
  live.app.request(`/api/v1${path}`, { method, headers: await signedInAs(user) });

async function followed(query = ''): Promise<readonly string[]> {
  const response = await ask('GET', `/me/follows${query}`);
  const { data } = (await response.json()) as { data: { slug: string }[] };
  return data.map(({ slug }) => slug);
}

test('the account is the issuer and subject of the token, and nothing more of the person', async () => {
  await ask('PUT', '/models/aurora-1/follow');
  const response = await ask('GET', '/me');
  expect(await response.json()).toEqual({
    data: {
      issuer: 'http://127.0.0.1:4321',
      subject: 'ada',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      followCount: 1,
    },
  });
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  expect(response.headers.get('ETag')).toBeNull();
});

test('the followed models are listed newest follow first, in pages', async () => {
  for (const slug of ['borealis-7b', 'aurora-1', 'aurora-2']) {
    await ask('PUT', `/models/${slug}/follow`);
    await new Promise((done) => setTimeout(done, 2));
  }
  expect(await followed()).toEqual(['aurora-2', 'aurora-1', 'borealis-7b']);
  expect(await followed('?limit=2&page=2')).toEqual(['borealis-7b']);
  await ask('DELETE', '/models/aurora-1/follow');
  expect(await followed()).toEqual(['aurora-2', 'borealis-7b']);
  const page = await ask('GET', '/me/follows?limit=1');
  expect(page.headers.get('Link')).toBe(
    '</api/v1/me/follows?limit=1&page=1>; rel="first", </api/v1/me/follows?limit=1&page=2>; rel="next", </api/v1/me/follows?limit=1&page=2>; rel="last"',
  );
  expect(await page.json()).toMatchObject({
    data: [{ slug: 'aurora-2', name: 'Aurora 2', followedAt: expect.any(String) }],
    pagination: { page: 1, limit: 1, total: 2, totalPages: 2 },
  });
});

test('who follows nothing has an empty list', async () => {
  const response = await ask('GET', '/me/follows');
  expect(await response.json()).toEqual({
    data: [],
    pagination: { page: 1, limit: 20, total: 0, totalPages: 0 },
  });
});

test('an erased account takes its follows with it, and the counts show it at once', async () => {
  await ask('PUT', '/models/aurora-1/follow');
  await ask('PUT', '/models/aurora-1/follow', 'bob');
  const erased = await ask('DELETE', '/me');
  expect(erased.status).toBe(204);
  expect(await erased.text()).toBe('');
  const stats = await live.app.request('/api/v1/models/aurora-1/stats');
  expect(await stats.json()).toEqual({ data: { ...noCounts, followCount: 1 } });
  expect(await followed()).toEqual([]);
  const account = await ask('GET', '/me');
  expect(await account.json()).toMatchObject({ data: { followCount: 0 } });
});
