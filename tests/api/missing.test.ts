import { expect, test } from 'vitest';
import { ask } from './built-app.ts';

test('a missing page is 404 and suggests the nearest models', async () => {
  const response = await ask('/models/aurora-11');
  expect(response.status).toBe(404);
  expect(response.headers.get('Cache-Control')).toBe('no-cache');
  const page = await response.text();
  expect(page).toContain('<h1>There is no such page</h1>');
  expect(/<near-names>(.*?)<\/near-names>/s.exec(page)?.[1]).toMatchInlineSnapshot(
    `"<p>Did you mean:</p><ul><li><a href="/models/aurora-1">Aurora 1</a></li><li><a href="/models/aurora-2">Aurora 2</a></li></ul>"`,
  );
});

test.each([
  '/404',
  '/nothing-that-is-near-to-a-name',
  '/benchmarks/nothing-at-all',
  '/providers/nobody-at-all',
])('%s is 404 and suggests nothing', async (path) => {
  const response = await ask(path);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain('Did you mean');
});

test('a missing document is problem details with the nearest slugs', async () => {
  const response = await ask('/api/v1/models/borealis-7.json');
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expect(await response.json()).toMatchInlineSnapshot(`
    {
      "detail": "There is no model "borealis-7.json".",
      "instance": "/api/v1/models/borealis-7.json",
      "status": 404,
      "suggestions": [
        "borealis-7b",
        "borealis-next",
      ],
      "title": "Not found",
      "type": "about:blank",
    }
  `);
});

test('an alias that is nearly right suggests first the model that it leads to', async () => {
  const response = await ask('/api/v1/models/aurora-1-classical.json');
  const { suggestions } = (await response.json()) as { suggestions: readonly string[] };
  expect(suggestions[0]).toBe('aurora-1');
});

test.each([
  '/models/<script>alert(1)</script>',
  '/models/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '/models/%253Cscript%253Ealert(1)',
  '/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E',
  "/models/';alert(1)//",
  '/models/$&$1$`<near-names>',
  '/%0d%0aSet-Cookie:%20a=b',
])('nothing of %s comes into the page', async (path) => {
  const response = await ask(path);
  const usual = await ask('/nothing-that-is-near-to-a-name');
  expect(response.status).toBe(404);
  expect(response.headers.get('Set-Cookie')).toBeNull();
  expect(await response.text()).toBe(await usual.text());
});
