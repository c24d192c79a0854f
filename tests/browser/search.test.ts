import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});
afterAll(() => site.stop());

async function search(path: string, query: string): Promise<Page> {
  const page = await site.open(path);
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  return page;
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search the catalog' });

const results = (page: Page) => dialogOf(page).getByRole('link');

test.each(['/', '/models/aurora-1', '/about'])(
  '/ on %s opens the search, and Escape closes it',
  async (path) => {
    const page = await site.open(path);
    await page.keyboard.press('/');
    expect(await dialogOf(page).isVisible()).toBe(true);
    expect(await page.locator(':focus').getAttribute('name')).toBe('query');
    await page.keyboard.press('Escape');
    expect(await dialogOf(page).isVisible()).toBe(false);
  },
);

test('the button opens it, and its own button closes it', async () => {
  const page = await site.open('/benchmarks');
  await page.getByRole('button', { name: 'Search' }).click();
  await dialogOf(page).getByRole('button', { name: 'Close' }).click();
  expect(await dialogOf(page).isVisible()).toBe(false);
});

test('Escape closes it also after something was typed', async () => {
  const page = await search('/', 'aurora');
  await results(page).first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => dialogOf(page).isVisible()).toBe(false);
});

test.each([
  ['its name', 'borealis 7b', 'Borealis 7B', '/models/borealis-7b'],
  ['an alias', 'aurora-one', 'Aurora 1', '/models/aurora-1'],
  ['another way to write it', 'aurora one', 'Aurora 1', '/models/aurora-1'],
  ['its id in the API', 'aurora-1-2024-01-10', 'Aurora 1', '/models/aurora-1'],
])('a model is found by %s, and Enter leads to it', async (_, query, name, path) => {
  const page = await search('/about', query);
  // What an earlier letter found may stand there for a moment.
  await expect.poll(() => results(page).first().locator('b').textContent()).toBe(name);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${path}`);
});

test('Enter leads to what was typed even before it is answered', async () => {
  const page = await search('/about', 'aurora');
  await results(page).first().waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('borealis next');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/models/borealis-next');
});

test('a maker’s name finds the maker and its models', async () => {
  const page = await search('/', 'Aurora Labs');
  await results(page).first().waitFor();
  const names = await results(page).locator('b').allTextContents();
  expect(names).toEqual(expect.arrayContaining(['Aurora Labs', 'Aurora 1', 'Aurora 2']));
});

test('a benchmark is found by another of its names', async () => {
  const page = await search('/', 'StarChart');
  await results(page).first().waitFor();
  expect(await results(page).first().locator('b').textContent()).toBe('Star Chart');
});

test('the arrow keys walk the results and back to the field', async () => {
  const page = await search('/', 'aurora');
  await results(page).nth(1).waitFor();
  const names = await results(page).locator('b').allTextContents();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.locator(':focus b').textContent()).toBe(names[1]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await page.locator(':focus').getAttribute('name')).toBe('query');
  await page.keyboard.press('ArrowDown');
  const target = await page.locator(':focus').getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${target}`);
});

test('where the index cannot be had the dialog says so and where else to look', async () => {
  const page = await site.open('/about');
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.keyboard.press('/');
  await expect
    .poll(() => dialogOf(page).getByRole('status').textContent())
    .toBe('Search could not be loaded. The home page lists every model.');
});

test('what is not found is said, and how much was found', async () => {
  const page = await search('/', 'zyxwvut');
  const told = dialogOf(page).getByRole('status');
  await expect.poll(() => told.textContent()).toBe('Nothing is called “zyxwvut”.');
  expect(await results(page).count()).toBe(0);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('word slip');
  await expect.poll(() => told.textContent()).toMatch(/^\d+ results?$/);
});
