import { expect, onTestFinished, test } from 'vitest';
import { catalogIndex } from '../../api/catalog-index.ts';
import type { LogLevel } from '../../api/log.ts';
import { fixtureFiles } from './built-app.ts';
import { liveApp } from './live-app.ts';

interface LogLine {
  readonly level: string;
  readonly requestId: string;
  readonly [field: string]: unknown;
}

/** An application with the lines that it logs; reading /about fails as a broken memory would. */
async function loggedApp(level: LogLevel = 'info') {
  const about = fixtureFiles.get('/about.html');
  if (!about) throw new Error('The fixture site has no /about.');
  const broken = {
    ...about,
    get body(): typeof about.body {
      throw new Error('secret of /srv/tracker/dist/about.html');
    },
  };
  const files = new Map([...fixtureFiles, ['/about.html', broken] as const]);
  const { app, lines, close } = await liveApp({ files, env: { LOG_LEVEL: level } });
  onTestFinished(close);
  return { app, lines, parsed: () => lines.map((line) => JSON.parse(line) as LogLine) };
}

test('an unknown fault is a 500 that shows nothing but the id of the request', async () => {
  const { app } = await loggedApp();
  const response = await app.request('/about');
  const body = await response.text();
  expect(response.status).toBe(500);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(body).not.toMatch(/secret|srv|\.ts|Error:/);
  const id = response.headers.get('X-Request-Id') ?? 'none';
  expect(JSON.parse(body.replaceAll(id, 'ID'))).toMatchInlineSnapshot(`
    {
      "detail": "Something went wrong on our side. The log has it under the request id ID.",
      "instance": "/about",
      "status": 500,
      "title": "Internal error",
      "type": "about:blank",
    }
  `);
});

test('the log has the stack of an unknown fault under the same id', async () => {
  const { app, parsed } = await loggedApp('error');
  const id = (await app.request('/about')).headers.get('X-Request-Id');
  expect(parsed()).toEqual([
    {
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
      level: 'error',
      requestId: id,
      path: '/about',
      error: expect.stringContaining('secret of /srv/tracker/dist/about.html\n'),
    },
  ]);
});

test('a line a request says what was asked and answered, and not by whom', async () => {
  const { app, lines, parsed } = await loggedApp();
  const response = await app.request('/models/aurora-1?key=hidden', {
    headers: {
      'User-Agent': 'Reader/7.0',
      'X-Forwarded-For': '203.0.113.7',
      Forwarded: 'for=203.0.113.7',
      Cookie: 'session=hidden',
      Referer: 'https://elsewhere.example/',
    },
  });
  expect(parsed()).toEqual([
    {
      time: expect.any(String),
      level: 'info',
      requestId: response.headers.get('X-Request-Id'),
      method: 'GET',
      path: '/models/aurora-1',
      status: 200,
      durationMs: expect.any(Number),
    },
  ]);
  expect(lines.join()).not.toMatch(/203\.0\.113|Reader|hidden|elsewhere/);
});

test('each request has an id of its own, whatever the caller puts in its place', async () => {
  const { app } = await loggedApp();
  const askedIds = ['a b', '<script>', 'x'.repeat(1000)];
  const ids = await Promise.all(
    askedIds.map(async (id) => {
      const response = await app.request('/', { headers: { 'X-Request-Id': id } });
      return response.headers.get('X-Request-Id') ?? '';
    }),
  );
  expect(new Set(ids).size).toBe(askedIds.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
});

test.each<[LogLevel, number]>([
  ['debug', 1],
  ['info', 1],
  ['warn', 0],
  ['silent', 0],
])('at the level %s a request that goes well leaves %i lines', async (level, count) => {
  const { app, lines } = await loggedApp(level);
  await app.request('/');
  expect(lines).toHaveLength(count);
});

test('a site without its catalog is refused at the start', () => {
  expect(() => catalogIndex(new Map())).toThrowErrorMatchingInlineSnapshot(
    `[Error: The built site holds no /api/v1/catalog.json; run npm run build.]`,
  );
});
