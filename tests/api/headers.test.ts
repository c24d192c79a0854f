import { expect, test } from 'vitest';
import { ask } from './built-app.ts';

const api = '/api/v1/models.json';

test.each<[number, string, string, Record<string, string>]>([
  [200, 'GET', '/', {}],
  [200, 'GET', api, {}],
  [301, 'GET', '/models/aurora-one', {}],
  [304, 'GET', '/', { 'If-None-Match': '*' }],
  [404, 'GET', '/nothing', {}],
  [404, 'GET', '/api/v1/nothing.json', {}],
  [405, 'POST', '/', {}],
  [204, 'OPTIONS', api, { Origin: 'https://app.example' }],
])('a %i to %s %s guards the browser', async (status, method, path, asked) => {
  const { status: answered, headers } = await ask(path, asked, method);
  expect(answered).toBe(status);
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
  expect(headers.get('X-Request-Id')).toMatch(/^[\w-]{36}$/);
  const policy = headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-inline');
});

test('pages of any origin may read the API, and the API alone', async () => {
  const origin = { Origin: 'https://app.example' };
  const allowed = async (path: string): Promise<string | null> =>
    (await ask(path, origin)).headers.get('Access-Control-Allow-Origin');
  expect(await allowed(api)).toBe('*');
  expect(await allowed('/api/v1/models.csv')).toBe('*');
  expect(await allowed('/api/v1/nothing.json')).toBe('*');
  expect(await allowed('/')).toBeNull();
  expect(await allowed('/models/aurora-1')).toBeNull();
});

test('a preflight allows reading, without credentials', async () => {
  const asked = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'GET' };
  const { headers } = await ask(api, asked, 'OPTIONS');
  expect(headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD');
  expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
});

test.each(['/', api, '/models/aurora-one', '/nothing', '/api/v1/nothing.json'])(
  'HEAD %s is answered like GET, without a body',
  async (path) => {
    const asked = { 'Accept-Encoding': 'br' };
    const [head, get] = [await ask(path, asked, 'HEAD'), await ask(path, asked)];
    const told = ({ headers }: Response) =>
      [...headers].filter(([name]) => name !== 'x-request-id');
    expect(head.status).toBe(get.status);
    expect(told(head)).toEqual(told(get));
    expect(await head.text()).toBe('');
  },
);

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
  '%s is 405 and tells which methods there are',
  async (method) => {
    for (const path of ['/', api, '/models/aurora-1']) {
      const response = await ask(path, {}, method);
      expect(response.status).toBe(405);
      expect(response.headers.get('Allow')).toBe('GET, HEAD');
      expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    }
  },
);

test('a 405 says what can be done', async () => {
  const response = await ask('/api/v1/models.json', {}, 'DELETE');
  expect(await response.json()).toMatchInlineSnapshot(`
    {
      "detail": "DELETE does nothing here.",
      "instance": "/api/v1/models.json",
      "status": 405,
      "title": "Method not allowed",
      "type": "about:blank",
    }
  `);
});
