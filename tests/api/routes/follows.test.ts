import { afterAll, describe, expect, test } from 'vitest';
import { noCounts } from '../../../api/db/counts.ts';
import { liveApp, signedInAs } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

async function asked(method: string, path: string, user?: string): Promise<Response> {
  return app.request(`/api/v1${path}`, { method, headers: user ? await signedInAs(user) : {} });
}

async function follow(method: string, path: string, user: string): Promise<unknown> {
  const response = await asked(method, path, user);
  expect(response.status).toBe(200);
  return ((await response.json()) as { data: unknown }).data;
}

test('POST follows, and unfollows when already following', async () => {
  const path = '/models/aurora-1/follow';
  expect(await follow('POST', path, 'ada')).toEqual({ isFollowing: true, followCount: 1 });
  expect(await follow('POST', path, 'bob')).toEqual({ isFollowing: true, followCount: 2 });
  expect(await follow('POST', path, 'ada')).toEqual({ isFollowing: false, followCount: 1 });
});

test('PUT follows and DELETE unfollows, and neither does it twice', async () => {
  const path = '/models/aurora-2/follow';
  const following = { isFollowing: true, followCount: 1 };
  const not = { isFollowing: false, followCount: 0 };
  expect(await follow('DELETE', path, 'ada')).toEqual(not);
  expect(await follow('PUT', path, 'ada')).toEqual(following);
  expect(await follow('PUT', path, 'ada')).toEqual(following);
  expect(await follow('DELETE', path, 'ada')).toEqual(not);
  expect(await follow('DELETE', path, 'ada')).toEqual(not);
});

test('whether a user follows shows at once, to them alone, and the count to all', async () => {
  const path = '/models/borealis-7b';
  await follow('PUT', `${path}/follow`, 'ada');
  const status = `${path}/follow-status`;
  expect(await follow('GET', status, 'ada')).toEqual({ isFollowing: true, followCount: 1 });
  expect(await follow('GET', status, 'bob')).toEqual({ isFollowing: false, followCount: 1 });
  const stats = { ...noCounts, followCount: 1 };
  expect(await follow('GET', `${path}/stats`, 'ada')).toEqual({ ...stats, isFollowing: true });
  expect(await follow('GET', `${path}/stats`, 'bob')).toEqual({ ...stats, isFollowing: false });
  expect(await (await asked('GET', `${path}/stats`)).json()).toEqual({ data: stats });
  expect(await (await asked('GET', path)).json()).toMatchObject({ data: stats });
});

const signedInOnly = [
  ['POST', '/models/aurora-1/follow'],
  ['PUT', '/models/aurora-1/follow'],
  ['DELETE', '/models/aurora-1/follow'],
  ['GET', '/models/aurora-1/follow-status'],
  ['GET', '/me'],
  ['GET', '/me/follows'],
  ['DELETE', '/me'],
] as const;

test.each(signedInOnly)(
  '%s %s without a user is 401 and says how to sign in',
  async (method, path) => {
    const response = await asked(method, path);
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect(await response.json()).toMatchObject({
      title: 'Not signed in',
      detail: 'Sign in, or send a token as "Authorization: Bearer …".',
    });
  },
);

describe('what is wrong with a request is told in one order', () => {
  // What there is in the catalog is no secret, so that nobody needs to sign in to be told of a slip.
  test.each([
    ['an alias before a wrong parameter', '/models/aurora-one/follow?colour=red', 308],
    ['a wrong parameter before an unknown model', '/models/nobody/follow?colour=red', 400],
    ['an unknown model before a missing user', '/models/nobody/follow', 404],
    ['a missing user last', '/models/aurora-1/follow', 401],
  ])('%s', async (_, path, status) => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await asked(method, path)).status, method).toBe(status);
    }
    expect((await asked('GET', path.replace('follow', 'follow-status'))).status).toBe(status);
  });
});
