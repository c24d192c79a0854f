import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { kindsOfPages } from './kinds-of-pages.ts';
import { type ServedSite, serveSite } from './served-site.ts';

const folder = inject('realSite');
let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(folder);
});
afterAll(() => site.stop());

test.each(kindsOfPages(folder))('%s does not scroll sideways', async (_, path) => {
  const page = await site.open(path, { viewport: { width: 320, height: 700 } });
  await page.waitForLoadState('networkidle');
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 700 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `at a width of ${width} pixels`).toBeLessThanOrEqual(width);
  }
});

test('the table of models shows name and maker, context and both prices', async () => {
  const page = await site.open('/', { viewport: { width: 390, height: 700 } });
  expect(await page.locator('thead th:visible').allTextContents()).toEqual([
    'Model',
    'Context',
    'In $/M',
    'Out $/M',
  ]);
  expect(await page.locator('tbody .maker:visible').count()).toBeGreaterThan(5);
});
