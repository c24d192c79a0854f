import { afterAll, expect, test } from 'vitest';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

interface Problem {
  readonly detail: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

/** What the API says is wrong with a query, one line a fault. */
async function faults(path: string, init: RequestInit = {}): Promise<readonly string[]> {
  const response = await app.request(`/api/v1${path}`, init);
  expect(response.status, path).toBe(400);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  const { errors } = (await response.json()) as Problem;
  return errors.map((fault) => `${fault.path}: ${fault.message}`);
}

test('every fault of a query is told at once', async () => {
  expect(
    await faults('/models?limti=5&page=0&limit=101&status=dead&openWeights=yes&colour=red'),
  ).toMatchInlineSnapshot(`
    [
      "query.page: page takes a whole number of at least 1, not "0".",
      "query.limit: limit takes a whole number from 1 to 100, not "101".",
      "query.status: status takes one of announced, preview, active, deprecated, retired, not "dead".",
      "query.openWeights: openWeights takes one of true, false, not "yes".",
      "query.limti: There is no parameter limti here.",
      "query.colour: There is no parameter colour here.",
    ]
  `);
});

test('a problem says how many inputs are wrong', async () => {
  const response = await app.request('/api/v1/models?page=0&limit=0');
  expect(await response.json()).toMatchInlineSnapshot(`
    {
      "detail": "2 inputs are wrong.",
      "errors": [
        {
          "message": "page takes a whole number of at least 1, not "0".",
          "path": "query.page",
        },
        {
          "message": "limit takes a whole number from 1 to 100, not "0".",
          "path": "query.limit",
        },
      ],
      "instance": "/api/v1/models",
      "status": 400,
      "title": "Bad request",
      "type": "about:blank",
    }
  `);
});

test.each([
  '/models?page=0',
  '/models?page=-1',
  '/models?page=1.5',
  '/models?page=1e3',
  '/models?page=0x10',
  '/models?page=%201',
  '/models?page=9999999999999999',
  '/models?page=NaN',
  '/models?limit=0',
  '/models?limit=101',
  '/models/popular?limit=0',
  '/models/popular?limit=101',
  '/price?model=aurora-1&input=-1',
  '/price?model=aurora-1&input=1000000000001',
  '/models?minContext=0',
])('a number out of its bounds, or written otherwise, is refused: %s', async (path) => {
  const [fault, ...others] = await faults(path);
  expect(others).toEqual([]);
  expect(fault).toMatch(
    /^query\.(\w+): \1 takes a whole number (from \d+ to|of at least) \d+, not ".+"\.$/,
  );
});

test.each([
  '/models?page=1',
  '/models?page=999999999999999',
  '/models?limit=1',
  '/models?limit=100',
])('a number at its bounds is taken: %s', async (path) => {
  expect((await app.request(`/api/v1${path}`)).status).toBe(200);
});

test.each([
  '/models?limit=1&limit=2',
  '/models?status=retired&status=active',
  '/models?search=a&search=b',
  '/models?sortBy=name&sortBy=provider',
  '/models?openWeights=true&openWeights=false',
  '/models?maxInputPrice=1&maxInputPrice=2',
  '/models?releasedAfter=2024-01-01&releasedAfter=2025-01-01',
  '/models/compare?slugs=aurora-1&slugs=aurora-2',
  '/price?model=aurora-1&model=aurora-2',
])('what takes one value is refused when it is given twice: %s', async (path) => {
  expect(await faults(path)).toEqual([
    expect.stringMatching(/^query\.(\w+): \1 takes .+, and was given 2 times\.$/),
  ]);
});

test.each([
  ['GET', '/models/popular'],
  ['GET', '/models/compare'],
  ['GET', '/models/aurora-1'],
  ['GET', '/models/aurora-1/stats'],
  ['GET', '/price'],
  ['GET', '/me'],
  ['DELETE', '/me'],
  ['GET', '/me/follows'],
  ['POST', '/models/aurora-1/views'],
  ['POST', '/models/aurora-1/follow'],
  ['PUT', '/models/aurora-1/follow'],
  ['DELETE', '/models/aurora-1/follow'],
  ['GET', '/models/aurora-1/follow-status'],
  ['GET', '/auth/sign-in'],
  ['POST', '/auth/sign-out'],
])('%s %s refuses a parameter that it does not know, by name', async (method, path) => {
  expect(await faults(`${path}?colour=red`, { method })).toContain(
    'query.colour: There is no parameter colour here.',
  );
});

test.each([
  ['GET', '/models?limit=&page=', '/models'],
  ['GET', '/models?status=&limit=2&search=', '/models?limit=2'],
  ['HEAD', '/models?search=', '/models'],
  ['GET', '/models?search', '/models'],
  ['GET', '/price?model=aurora-1&on=', '/price?model=aurora-1'],
])(
  '%s %s, as a form sends it, leads to the address without what is empty',
  async (method, path, to) => {
    const response = await app.request(`/api/v1${path}`, { method });
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(`/api/v1${to}`);
  },
);
