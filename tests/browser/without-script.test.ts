import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});
afterAll(() => site.stop());

const withoutScript = { javaScriptEnabled: false };

test('the home page shows the whole table, and nothing that would not work', async () => {
  const page = await site.open('/', withoutScript);
  expect(await page.locator('tbody tr').count()).toBe(5);
  expect(await page.locator('tbody tr:visible').count()).toBe(5);
  expect(
    await page
      .getByRole('row', { name: /Aurora 2/ })
      .getByRole('cell')
      .allTextContents(),
  ).toEqual(['Aurora Labs', 'Dec 2024', '1.05M', '1.25', '10.00', 'images, PDF']);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('searchbox').count()).toBe(0);
  expect(await page.getByRole('status').count()).toBe(0);
});

test('a model page is complete, and a mark leads to its source', async () => {
  const page = await site.open('/models/aurora-1', withoutScript);
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Specifications',
    'Prices',
    'Where else it was listed',
    'Benchmark scores',
    'Related models',
    'News',
    'Discussions',
    'Jobs',
    'Where each fact comes from',
  ]);
  const text = await page.locator('main').textContent();
  for (const fact of ['Retired on 10 Jul 2025', '$5.00 in · $15.00 out', '8,192 tokens', '61.5%']) {
    expect(text).toContain(fact);
  }
  await page.getByRole('link', { name: 'Source 1 of the context window' }).click();
  expect(new URL(page.url()).hash).toBe('#source-1');
});

test('a benchmark page shows every score with its place', async () => {
  const page = await site.open('/benchmarks/star-chart', withoutScript);
  expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(
    '5-shot 3 scores',
  );
  const rows = page.getByRole('table').first().locator('tbody').getByRole('row');
  expect(await rows.getByRole('rowheader').getByRole('link').allTextContents()).toEqual([
    'Aurora 2',
    'Aurora 1',
    'Borealis 7B',
  ]);
  expect(await rows.locator('td:first-child').allTextContents()).toEqual(['1', '2', '2']);
});

test('the comparison says what it needs and where else to look', async () => {
  const page = await site.open('/compare?slugs=aurora-1', withoutScript);
  expect(await page.locator('main').textContent()).toContain(
    'The comparison is put together by a script; each model’s own page needs none.',
  );
});

test('the page of news tells every notice of the catalog, and offers no filter that would not work', async () => {
  const page = await site.open('/news', withoutScript);
  expect(await page.locator('.items > li > a').allTextContents()).toEqual([
    'Aurora Labs names the last day of Aurora 1',
    'Aurora Labs opens Aurora 2 to everybody',
  ]);
  expect(await page.locator('.told').last().locator('p').count()).toBe(2);
  expect(await page.getByRole('form').count()).toBe(0);
  await page.goto('/models/aurora-1');
  await page
    .getByRole('region', { name: 'News' })
    .getByRole('link', { name: 'Model Tracker' })
    .click();
  expect(new URL(page.url()).hash).toBe('#notice-2025-01-10-aurora-1-ends');
});

test('the page of jobs says what is read, how often, and where the list is', async () => {
  const page = await site.open('/jobs', withoutScript);
  expect(await page.locator('.lead').textContent()).toContain('from 1 board.');
  await page.getByText('What is read, and how often').click();
  expect(await page.getByRole('row', { name: /Borealis jobs/ }).textContent()).toContain(
    'every day',
  );
  expect(await page.getByRole('link', { name: 'the API' }).getAttribute('href')).toBe(
    '/api/v1/jobs',
  );
});

test('the page of changes tells all of them, and one kind where the address says so', async () => {
  const page = await site.open('/changes', withoutScript);
  const rows = page.locator('[data-kind]:visible');
  expect(await rows.count()).toBe(10);
  await page.getByRole('link', { name: 'Prices' }).click();
  expect(new URL(page.url()).hash).toBe('#price');
  expect(await rows.count()).toBe(1);
  expect(await rows.textContent()).toContain('Input $10.00 → $5.00, output $30.00 → $15.00');
  expect(await page.locator('[scope=rowgroup]:visible').allTextContents()).toEqual([
    expect.stringContaining('1 Jun 2024'),
  ]);
  await page.getByRole('link', { name: 'All', exact: true }).click();
  expect(await rows.count()).toBe(10);
});
