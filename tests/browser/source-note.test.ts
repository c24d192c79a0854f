import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});
afterAll(() => site.stop());

test.each([
  ['context window', 'Source 1 of the context window', 'aurora.example.com', '1 Feb 2026'],
  ['life cycle', 'Source 2 of the life cycle', 'open-figures on GitHub', '15 Jan 2026'],
])('the mark of the %s opens its source with the day of its check', async (_, name, place, day) => {
  const page = await site.open('/models/aurora-1');
  await page.getByRole('link', { name }).first().click();
  const note = page.getByRole('note', { name });
  expect(await note.isVisible()).toBe(true);
  expect(await note.getByRole('link').textContent()).toBe(place);
  expect(await note.textContent()).toContain(`checked ${day}`);
  expect(new URL(page.url()).hash).toBe('');
});

test('the mark of the list price opens where that price was read', async () => {
  const page = await site.open('/models/aurora-1');
  await page.getByRole('link', { name: 'Source of the list price' }).click();
  const note = page.getByRole('note', { name: 'Source of the list price' });
  expect(await note.getByRole('link').getAttribute('href')).toContain('open-figures');
  expect(await note.textContent()).toContain('reported by others only');
});

test('a note takes the focus, and Escape closes it and gives the focus back', async () => {
  const page = await site.open('/models/aurora-2');
  const mark = page.getByRole('link', { name: 'Source 1 of the release date' });
  await mark.focus();
  await page.keyboard.press('Enter');
  const note = page.getByRole('note', { name: 'Source 1 of the release date' });
  expect(await note.getByRole('link').evaluate((link) => link === document.activeElement)).toBe(
    true,
  );
  await page.keyboard.press('Escape');
  await expect.poll(() => note.isVisible()).toBe(false);
  expect(await mark.evaluate((link) => link === document.activeElement)).toBe(true);
});

test.each([390, 1280])('a note stays inside a window of %i pixels', async (width) => {
  const page = await site.open('/models/aurora-2', { viewport: { width, height: 844 } });
  for (const mark of await page.locator('.cite').all()) {
    await mark.click();
    const box = await page.locator('.source-note').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    await page.keyboard.press('Escape');
  }
});
