import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { attribute, type BuiltPage, builtPages, elementsOf } from './built-pages.ts';

const kilobyte = 1024;
const site = inject('realSite');
const pages = builtPages(site);
const models = pages.filter(({ path, isMoved }) => path.startsWith('/models/') && !isMoved);

const fileBytes = (path: string): Buffer => readFileSync(join(site, path));

/** Bytes on the wire: of the brotli copy, which the build makes of all but the smallest files. */
const sentBytes = (path: string): number =>
  existsSync(join(site, `${path}.br`)) ? fileBytes(`${path}.br`).length : fileBytes(path).length;

/** The scripts that a page names and those that they import. */
function scriptsOf(page: BuiltPage): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const imports = fileBytes(path)
      .toString('utf8')
      .matchAll(/(?:from|import)\s*["']([^"']+\.js)["']/g);
    for (const [, target = ''] of imports) add(new URL(target, `file://${path}`).pathname);
  };
  for (const script of elementsOf(page, 'script')) {
    const path = attribute(script, 'src');
    if (path !== undefined) add(path);
  }
  return found;
}

const stylesOf = (page: BuiltPage): readonly string[] =>
  elementsOf(page, 'link', { rel: 'stylesheet' }).map((link) => attribute(link, 'href') ?? '');

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

test('no model page is above 15 KB as it is sent', () => {
  expect(models.length).toBeGreaterThan(100);
  const heavy = models
    .map(({ path }) => ({ path, bytes: sentBytes(`${path}.html`) }))
    .filter(({ bytes }) => bytes > 15 * kilobyte);
  expect(heavy).toEqual([]);
});

test('the one stylesheet is below 10 KB as it is sent', () => {
  const files = new Set(pages.flatMap(stylesOf));
  expect(files.size).toBe(1);
  expect(sum([...files].map(sentBytes))).toBeLessThan(10 * kilobyte);
});

test('a model page loads less than 10 KB of script as it is sent', () => {
  const files = new Set(models.flatMap((page) => [...scriptsOf(page)]));
  expect(files.size).toBeGreaterThan(0);
  expect(sum([...files].map(sentBytes))).toBeLessThan(10 * kilobyte);
});

test('the home page with its style and script is below 40 KB as it is sent', () => {
  const home = pages.filter(({ path }) => path === '/');
  const files = home.flatMap((page) => ['/index.html', ...scriptsOf(page), ...stylesOf(page)]);
  expect(files.length).toBeGreaterThan(2);
  expect(sum(files.map(sentBytes))).toBeLessThan(40 * kilobyte);
});

test('the home page has less than 8,000 elements, and no table of a provider has more', () => {
  const counts = pages
    .filter(({ path }) => path === '/' || path.startsWith('/providers/'))
    .map((page) => ({ path: page.path, elements: page.elements.length }));
  expect(counts.length).toBeGreaterThan(50);
  expect(counts.filter(({ elements }) => elements >= 8000)).toEqual([]);
});

test('the page of changes is below 60 KB as it is sent, and has less than 8,000 elements', () => {
  const changes = pages.filter(({ path }) => path === '/changes');
  expect(changes.map(({ elements }) => elements.length < 8000)).toEqual([true]);
  expect(sentBytes('/changes.html')).toBeLessThan(60 * kilobyte);
});

test('no style fetches another file', () => {
  const css = [...new Set(pages.flatMap(stylesOf))].map((path) => fileBytes(path).toString('utf8'));
  expect(css.join('')).not.toMatch(/@import|@font-face|url\(/);
});
