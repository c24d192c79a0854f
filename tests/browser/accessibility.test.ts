import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { kindsOfPages } from './kinds-of-pages.ts';
import { type ServedSite, serveSite } from './served-site.ts';

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

const folder = inject('realSite');
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(folder);
});
afterAll(() => site.stop());

/** Each rule that the page breaks, in light, in dark and on a phone, with the first element that does. */
async function violations(page: Page): Promise<readonly string[]> {
  // Rows are alike, and each is looked at under each rule: forty tell what seven hundred would.
  await page.evaluate(() => {
    for (const { rows } of document.querySelectorAll('table')) {
      for (const row of [...rows].slice(40)) row.remove();
    }
  });
  // As text, because the page's policy lets no other script in.
  await page.evaluate(axeSource);
  const looks = [
    { look: 'light', change: () => page.emulateMedia({ colorScheme: 'light' }), runOnly: rules },
    // Only colours differ.
    {
      look: 'dark',
      change: () => page.emulateMedia({ colorScheme: 'dark' }),
      runOnly: ['color-contrast'],
    },
    {
      look: 'phone',
      change: () => page.setViewportSize({ width: 390, height: 800 }),
      runOnly: rules,
    },
  ];
  const told: string[] = [];
  for (const { look, change, runOnly } of looks) {
    await change();
    const found = await page.evaluate((wanted) => axe.run({ runOnly: wanted }), runOnly);
    expect(found.passes.length).toBeGreaterThanOrEqual(runOnly.length);
    told.push(...found.violations.map(({ id, nodes }) => `${look}: ${id}: ${nodes[0]?.html}`));
  }
  return told;
}

test.each(kindsOfPages(folder))('%s breaks no rule', async (_, path) => {
  const page = await site.open(path);
  await page.waitForLoadState('networkidle');
  expect(await violations(page)).toEqual([]);
});

test('the open search breaks no rule', async () => {
  const page = await site.open('/about');
  await page.keyboard.press('/');
  await page.keyboard.type('gpt');
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  expect(await violations(page)).toEqual([]);
});

test('an open source note breaks no rule', async () => {
  const page = await site.open(kindsOfPages(folder)[1]?.[1] ?? '');
  await page.locator('.cite').first().click();
  expect(await violations(page)).toEqual([]);
});

test('the list of keys breaks no rule', async () => {
  const page = await site.open('/about');
  await page.keyboard.press('?');
  expect(await violations(page)).toEqual([]);
});

test('a table that is ordered, filtered and chosen from breaks no rule', async () => {
  const page = await site.open('/?provider=openai&sortBy=contextWindow&sortOrder=desc');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  expect(await violations(page)).toEqual([]);
});

test('the reader’s own list with the links of its feed breaks no rule', async () => {
  const page = await site.open('/api/v1/auth/sign-in?returnTo=/following');
  await page.getByLabel('Name').fill('ada');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Make a secret link' }).click();
  await page.getByLabel('Atom', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
});
