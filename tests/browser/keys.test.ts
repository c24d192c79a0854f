import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});
afterAll(() => site.stop());

test('? tells the keys, and Escape or the button closes the list', async () => {
  const page = await site.open('/benchmarks');
  const list = page.getByRole('dialog', { name: 'Keys' });
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => list.getByRole('button', { name: 'Close' }).click(),
  ]) {
    await page.keyboard.press('?');
    expect(await list.getByRole('term').allTextContents()).toEqual([
      '/ ',
      'j k ',
      'x ',
      'c ',
      '? ',
    ]);
    await close();
    await expect.poll(() => list.count()).toBe(0);
  }
});

test('a key typed in a field is a letter', async () => {
  const page = await site.open('/');
  const field = page.getByRole('searchbox', { name: 'Name' });
  await field.focus();
  await page.keyboard.type('/?jkxc');
  expect(await field.inputValue()).toBe('/?jkxc');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.locator('tr[data-selected]').count()).toBe(0);
});

test('a key typed in the search is a letter', async () => {
  const page = await site.open('/');
  await page.keyboard.press('/');
  await page.keyboard.type('?jkx');
  expect(await page.locator(':focus').inputValue()).toBe('?jkx');
  expect(await page.getByRole('dialog', { name: 'Keys' }).count()).toBe(0);
});

test('a key with a modifier is the browser’s own', async () => {
  const page = await site.open('/');
  await page.keyboard.press('j');
  await page.keyboard.press('Alt+x');
  await page.keyboard.press('Control+/');
  expect(await page.locator('tr[data-selected]').count()).toBe(0);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('the first stop of the tab key leads past the navigation', async () => {
  const page = await site.open('/models/aurora-2');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  expect(await skip.boundingBox()).toMatchObject({ x: 16, y: 8 });
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').getAttribute('id')).toBe('content');
});
