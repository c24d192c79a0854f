import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});
afterAll(() => site.stop());

const shownModels = (page: Page): Promise<readonly string[]> =>
  page.locator('tbody tr:visible th a').allTextContents();

const [a1, a2, a3] = ['Aurora 1', 'Aurora 2', 'Aurora 3 Preview'];
const [b7, next] = ['Borealis 7B', 'Borealis Next'];

test('models stand newest first, those without a date before all', async () => {
  const page = await site.open('/');
  expect(await shownModels(page)).toEqual([next, a3, b7, a2, a1]);
  expect(await page.locator('th[aria-sort]').count()).toBe(0);
});

test.each([
  ['Model', [a1, a2, a3, b7, next], [next, b7, a3, a2, a1]],
  ['Maker', [a3, a2, a1, next, b7], [next, b7, a3, a2, a1]],
  ['Released', [a1, a2, b7, a3, next], [a3, b7, a2, a1, next]],
  ['Context', [a1, b7, a2, next, a3], [a2, b7, a1, next, a3]],
  ['In $/M', [a2, a1, next, a3, b7], [a1, a2, next, a3, b7]],
  ['Out $/M', [a2, a1, next, a3, b7], [a1, a2, next, a3, b7]],
  ['Status', [b7, a2, next, a3, a1], [a1, a3, next, b7, a2]],
])('%s orders the table up, then down, models without it last', async (name, up, down) => {
  const page = await site.open('/');
  const heading = page.getByRole('columnheader', { name, exact: true });
  await heading.click();
  expect(await heading.getAttribute('aria-sort')).toBe('ascending');
  expect(await shownModels(page)).toEqual(up);
  await heading.click();
  expect(await heading.getAttribute('aria-sort')).toBe('descending');
  expect(await shownModels(page)).toEqual(down);
});

test.each(['Enter', 'Space'])('%s on a heading orders the table', async (key) => {
  const page = await site.open('/');
  await page.getByRole('button', { name: 'Context' }).focus();
  await page.keyboard.press(key);
  expect(await shownModels(page)).toEqual([a1, b7, a2, next, a3]);
});

test('one column at a time says that it is the order', async () => {
  const page = await site.open('/');
  await page.getByRole('button', { name: 'Context' }).click();
  await page.getByRole('button', { name: 'Model', exact: true }).click();
  const said = page.locator('th[aria-sort]');
  expect(await said.allTextContents()).toEqual(['Model']);
});

test('the order is in the address, and comes back with it', async () => {
  const page = await site.open('/');
  const heading = page.getByRole('columnheader', { name: 'Context' });
  await heading.click();
  await heading.click();
  expect(new URL(page.url()).search).toBe('?sortBy=contextWindow&sortOrder=desc');
  await page.reload();
  expect(await heading.getAttribute('aria-sort')).toBe('descending');
  expect(await shownModels(page)).toEqual([a2, b7, a1, next, a3]);
});
