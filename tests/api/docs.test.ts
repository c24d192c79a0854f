import { HtmlValidate } from 'html-validate';
import { afterAll, expect, test } from 'vitest';
import { apiDocument } from '../../api/openapi.ts';
import { liveApp } from './live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

const response = await app.request('/docs');
const page = await response.text();

test('the page is HTML of this origin, and has the policy of every page', () => {
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect([...page.matchAll(/(?:src|href)="(https?:)?\/\//g)]).toEqual([]);
});

test('every operation of the document is on the page, once', () => {
  const operations = Object.entries(apiDocument('http://tracker.test').paths).flatMap(
    ([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const told = [...page.matchAll(/<h2[^>]*><code>(.*?)<\/code><\/h2>/g)].map(([, text]) => text);
  expect(told).toEqual(operations);
  expect(new Set(told).size).toBe(told.length);
});

test('the page is valid, with one h1, headings in order, and a label for each field', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      'heading-level': 'error',
      'no-inline-style': 'error',
      'require-sri': 'off',
      // How the source is laid out is no matter of the reader's.
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
    },
  });
  const { results } = await validator.validateString(page);
  const faults = results.flatMap(({ messages }) => messages);
  expect(faults.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`)).toEqual([]);
  expect([...page.matchAll(/<h1\b/g)]).toHaveLength(1);
  expect(page).toContain('<title>API reference · Model Tracker</title>');
});

test('the page holds no script and no style of its own', () => {
  expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
});

test('every link and stylesheet of the page leads somewhere', async () => {
  // Signing in leads to where these settings have none.
  const targets = [...page.matchAll(/(?:href|action)="(\/(?!api\/v1\/auth)[^"]*)"/g)].map(
    ([, target]) => target,
  );
  expect(targets.length).toBeGreaterThan(10);
  for (const target of new Set(targets)) {
    const { status } = await app.request(String(target));
    // Without a parameter that it needs, or without a user, an address is there too.
    expect([200, 400, 401], target).toContain(status);
  }
});

test('a form offers what its operation takes', () => {
  const form = /<form[^>]*action="\/api\/v1\/models">.*?<\/form>/s.exec(page)?.[0] ?? '';
  const fields = [...form.matchAll(/<(?:input type="text"|select) name="(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(fields).toMatchInlineSnapshot(`
    [
      "page",
      "limit",
      "provider",
      "status",
      "family",
      "modality",
      "outputModality",
      "capability",
      "openWeights",
      "minContext",
      "maxInputPrice",
      "releasedAfter",
      "releasedBefore",
      "search",
      "sortBy",
      "sortOrder",
    ]
  `);
  expect(form).toContain('<option>retired</option>');
});
