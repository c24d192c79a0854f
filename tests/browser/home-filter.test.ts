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

const tally = (page: Page): Promise<string | null> =>
  page.locator('model-table').getByRole('status').textContent();

const [a1, a2, a3] = ['Aurora 1', 'Aurora 2', 'Aurora 3 Preview'];
const [b7, next] = ['Borealis 7B', 'Borealis Next'];

type Act = (page: Page) => Promise<unknown>;
const write =
  (text: string): Act =>
  (page) =>
    page.getByRole('searchbox', { name: 'Name, maker or family' }).fill(text);
const choose =
  (field: string, option: string): Act =>
  (page) =>
    page.getByRole('combobox', { name: field }).selectOption(option);
const tick =
  (trait: string): Act =>
  (page) =>
    page.getByRole('checkbox', { name: trait }).check();

test.each<[string, readonly Act[], readonly string[], string]>([
  ['a word of the name', [write('preview')], [a3], 'search=preview'],
  ['a word of the maker', [write('aurora LABS')], [a3, a2, a1], 'search=aurora+LABS'],
  ['a maker', [choose('Maker', 'Borealis')], [next, b7], 'provider=borealis'],
  ['a status', [choose('Status', 'retired')], [a1], 'status=retired'],
  ['a context', [choose('Context, at least', '32K')], [b7, a2], 'minContext=32000'],
  ['a price', [choose('Input price, at most', '$3 per million')], [a2], 'maxInputPrice=3'],
  ['open weights', [tick('open weights')], [next, b7], 'trait=openWeights'],
  ['two traits', [tick('image input'), tick('reasoning')], [a2], 'trait=image&trait=reasoning'],
  [
    'a maker and a status',
    [choose('Maker', 'Aurora Labs'), choose('Status', 'active')],
    [a2],
    'provider=aurora-labs&status=active',
  ],
])('%s narrows the table, and the address says so', async (_, acts, models, query) => {
  const page = await site.open('/');
  for (const act of acts) await act(page);
  expect(await shownModels(page)).toEqual(models);
  expect(new URL(page.url()).search).toBe(`?${query}`);
  expect(await tally(page)).toContain(`${models.length} of 5 models.`);
});

test('where nothing fits the page says so and what to do', async () => {
  const page = await site.open('/');
  await write('no such model')(page);
  expect(await shownModels(page)).toEqual([]);
  expect(await tally(page)).toContain('No model fits all of these. Clear one of the filters.');
});

test('Clear shows everything and leaves a plain address', async () => {
  const page = await site.open('/?provider=borealis&search=7b');
  expect(await shownModels(page)).toEqual([b7]);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => shownModels(page)).toEqual([next, a3, b7, a2, a1]);
  expect(new URL(page.url()).search).toBe('');
  expect(await tally(page)).toContain('5 models.');
});

test('an address with filters sets them, and a reload keeps them', async () => {
  const page = await site.open('/?search=aurora&status=active&trait=image&sortBy=name');
  for (const look of ['first', 'reloaded']) {
    expect(await shownModels(page), look).toEqual([a2]);
    expect(await page.getByRole('searchbox', { name: 'Name' }).inputValue(), look).toBe('aurora');
    expect(await page.getByRole('combobox', { name: 'Status' }).inputValue(), look).toBe('active');
    expect(await page.getByRole('checkbox', { name: 'image input' }).isChecked(), look).toBe(true);
    await page.reload();
  }
});

test('the way back from a model leads to the same view', async () => {
  const page = await site.open('/');
  await choose('Maker', 'Aurora Labs')(page);
  await page.getByRole('button', { name: 'Context' }).click();
  const view = [a1, a2, a3];
  expect(await shownModels(page)).toEqual(view);
  await page.getByRole('link', { name: a2 }).click();
  await page.waitForURL('**/models/aurora-2');
  await page.goBack();
  expect(await shownModels(page)).toEqual(view);
  expect(await page.getByRole('combobox', { name: 'Maker' }).inputValue()).toBe('aurora-labs');
});

test('on a phone the filters are folded away until an address or a tap wants them', async () => {
  const phone = { viewport: { width: 390, height: 844 } };
  const page = await site.open('/', phone);
  const field = page.getByRole('searchbox', { name: 'Name' });
  expect(await field.isVisible()).toBe(false);
  await page.getByText('Filter', { exact: true }).click();
  expect(await field.isVisible()).toBe(true);
  const filtered = await site.open('/?search=borealis', phone);
  expect(await filtered.getByRole('searchbox', { name: 'Name' }).isVisible()).toBe(true);
});
