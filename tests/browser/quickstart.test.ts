import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});
afterAll(() => site.stop());

const seen = (page: Page): Promise<readonly string[]> =>
  page
    .locator('quick-start figcaption:visible')
    .evaluateAll((captions) =>
      captions.map((caption) => caption.firstChild?.textContent?.trim() ?? ''),
    );

test('one language and one provider are shown, the maker’s first', async () => {
  const page = await site.open('/models/aurora-2');
  expect(await seen(page)).toEqual([
    'The smallest request, curl',
    'Streaming, curl',
    'An image as input, curl',
    'A tool call, curl',
  ]);
});

test('a language and a provider are chosen, and remembered for the next page', async () => {
  const page = await site.open('/models/aurora-2');
  await page.getByRole('button', { name: 'Python' }).click();
  expect(await seen(page)).toContain('Streaming, Python');
  await page.getByLabel('Provider').selectOption({ label: 'Cloud Nine' });
  expect(await seen(page)).toEqual(['The smallest request, Python']);
  await page.goto('/models/borealis-7b');
  expect(await page.getByRole('button', { name: 'Python' }).getAttribute('aria-pressed')).toBe(
    'true',
  );
  expect(await page.getByLabel('Provider').inputValue()).toBe('cloud-nine');
  expect(await seen(page)).toContain('The smallest request, Python');
});

test('a provider that does not serve the next model leaves its first one', async () => {
  const page = await site.open('/models/borealis-7b');
  await page.getByLabel('Provider').selectOption({ label: 'Your own machine' });
  await page.goto('/models/aurora-2');
  expect(await page.getByLabel('Provider').inputValue()).toBe('aurora-labs');
});

test('the code is copied as it is run, with its last line break', async () => {
  const page = await site.open('/models/aurora-2', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await expect.poll(() => page.getByRole('button', { name: 'Copied' }).count()).toBe(1);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const prebuilt = await page.request.get('/api/v1/models/aurora-2/quickstart.sh');
  expect(copied).toBe(await prebuilt.text());
});

test('it says which variable to set, where to get a key, and what was proven', async () => {
  const page = await site.open('/models/aurora-2');
  const text = (await page.locator('quick-start').textContent())?.replace(/\s+/g, ' ');
  expect(text).toContain('Set AURORA_API_KEY first. Where to get a key');
  expect(text).toContain('Request checked against openai 7.57.0 (npm), 1 Mar 2026.');
});

test('without a script every language and provider is there to read, and nothing to press', async () => {
  const page = await site.open('/models/aurora-2', { javaScriptEnabled: false });
  expect(await seen(page)).toHaveLength(15);
  expect(await page.locator('quick-start').getByRole('button').count()).toBe(0);
});

test('a retired model with closed weights has no code', async () => {
  const page = await site.open('/models/aurora-1');
  expect(await page.locator('quick-start').count()).toBe(0);
});
