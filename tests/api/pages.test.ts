import { expect, test } from 'vitest';
import { ask } from './built-app.ts';

test.each([
  ['/', 'Model Tracker: '],
  ['/models/aurora-1', 'Aurora 1'],
  ['/providers', 'Makers'],
  ['/providers/borealis', 'Borealis'],
  ['/benchmarks/star-chart', 'Star Chart'],
])('the page %s is served without an ending', async (path, title) => {
  const response = await ask(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toContain(`<title>${title}`);
});

test.each([
  ['a slash at its end', '/models/aurora-1/', '/models/aurora-1'],
  ['several slashes at its end', '/models/aurora-1//', '/models/aurora-1'],
  ['.html', '/models/aurora-1.html', '/models/aurora-1'],
  ['capitals', '/Models/Aurora-1', '/models/aurora-1'],
  ['an alias', '/models/aurora-one', '/models/aurora-1'],
  ['an alias in capitals with a slash', '/models/AURORA-ONE/', '/models/aurora-1'],
  ['an alias with .html', '/models/aurora-one.html', '/models/aurora-1'],
  ['the list of makers with a slash', '/providers/', '/providers'],
  ['the file of the first page', '/index.html', '/'],
  ['the name of the first page', '/index', '/'],
  ['the folder of the models', '/models', '/'],
])('an address with %s moves for ever to the one that is linked', async (_, path, address) => {
  const response = await ask(path);
  expect(response.status).toBe(301);
  expect(response.headers.get('Location')).toBe(address);
  expect((await ask(address)).status).toBe(200);
});

test.each(['/models/aurora-one', '/models/aurora-1/', '/MODELS/aurora-1', '/models/aurora-1.html'])(
  'the move from %s keeps the query',
  async (path) => {
    const response = await ask(`${path}?on=2025-06-01&q=a%20b`);
    expect(response.headers.get('Location')).toBe('/models/aurora-1?on=2025-06-01&q=a%20b');
  },
);

test('an alias of JSON is no move but the document itself, for clients that follow none', async () => {
  const response = await ask('/api/v1/models/aurora-one.json');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ data: { slug: 'aurora-1' } });
});

test.each([
  ['/', '/api/v1/models.json'],
  ['/models/aurora-1', '/api/v1/models/aurora-1.json'],
  ['/providers', '/api/v1/providers.json'],
  ['/providers/borealis', '/api/v1/providers/borealis.json'],
  ['/benchmarks/star-chart', '/api/v1/benchmarks/star-chart.json'],
])('the page %s links its JSON', async (path, json) => {
  const response = await ask(path);
  expect(response.headers.get('Link')).toBe(`<${json}>; rel="alternate"; type="application/json"`);
  expect((await ask(json)).headers.get('Content-Type')).toBe('application/json; charset=utf-8');
});

test('a page that has no JSON links none', async () => {
  expect((await ask('/about')).headers.get('Link')).toBeNull();
});

test.each([
  ['/api/v1/models.csv', 'text/csv; charset=utf-8'],
  ['/api/v1/openapi.json', 'application/json; charset=utf-8'],
  ['/favicon.svg', 'image/svg+xml'],
  ['/sitemap-index.xml', 'application/xml; charset=utf-8'],
])('%s is served as %s', async (path, contentType) => {
  const response = await ask(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe(contentType);
});

test.each(['/.inputs', '/index.html.br', '/api/v1/models.json.gz', '/api/v1'])(
  '%s is no address of the site',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);
