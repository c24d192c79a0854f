import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;

beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});

afterAll(() => site.stop());

const followButton = (page: Page) => page.getByRole('button', { name: /^Follow/ });

/** Signs the browser in under a name and ends on the home page. */
async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/api/v1/auth/sign-in');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${site.address}/`);
}

test('a reader who is not signed in comes back from the sign-in with the follow done', async () => {
  const page = await site.open('/models/aurora-1');
  await followButton(page).click();
  await page.getByLabel('Name').fill('ada');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${site.address}/models/aurora-1`);
  await page.getByRole('button', { name: 'Following · 1' }).waitFor();
  await page.reload();
  expect(await followButton(page).getAttribute('aria-pressed')).toBe('true');
  await followButton(page).click();
  await page.getByRole('button', { name: 'Follow · 0' }).waitFor();
});

test('a follow that fails is taken back, and the page says why', async () => {
  const page = await site.open('/');
  await signIn(page, 'ben');
  await page.goto('/models/aurora-2');
  await page.getByRole('button', { name: 'Follow · 0' }).waitFor();
  await page.route('**/follow', (route) => route.abort());
  await followButton(page).click();
  await page.getByText('Not followed: The server cannot be reached.').waitFor();
  expect(await followButton(page).textContent()).toBe('Follow · 0');
});

test('what is followed is listed, can be unfollowed there, and signing out empties the list', async () => {
  const page = await site.open('/following');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Name').fill('cleo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${site.address}/following`);
  await page.getByText('You follow no model yet.').waitFor();
  await page.goto('/models/borealis-7b');
  await followButton(page).click();
  await page.getByRole('button', { name: 'Following · 1' }).waitFor();
  await page.goto('/following');
  await page.getByRole('button', { name: 'Unfollow Borealis 7B' }).click();
  await expect.poll(() => page.getByRole('link', { name: 'Borealis 7B' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('to follow models and find them here.').waitFor();
});

test('a reader makes a secret link of their feed, copies it, and a new one ends it', async () => {
  const page = await site.open('/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await signIn(page, 'dora');
  await page.goto('/following');
  await page.getByRole('button', { name: 'Make a secret link' }).click();
  const first = await page.getByLabel('Atom', { exact: true }).inputValue();
  expect(await (await page.request.get(first)).text()).toContain(
    'News and changes of the models you follow',
  );
  await page.getByRole('button', { name: 'Copy the JSON Feed link' }).click();
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/feed\.json\?key=/);
  await page.getByRole('button', { name: 'Make a new one' }).click();
  const renewed = page.getByLabel('Atom', { exact: true });
  await expect.poll(() => renewed.inputValue()).not.toBe(first);
  expect((await page.request.get(first)).status()).toBe(404);
  expect((await page.request.get(await renewed.inputValue())).status()).toBe(200);
});

test('a feed link that could not be made is said so', async () => {
  const page = await site.open('/');
  await signIn(page, 'emil');
  await page.goto('/following');
  await page.route('**/feed-key', (route) => route.abort());
  await page.getByRole('button', { name: 'Make a secret link' }).click();
  await page.getByText('No link was made: the server cannot be reached.').waitFor();
});

test('the home page names what is popular', async () => {
  const page = await site.open('/models/aurora-2', {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36',
  });
  await page.getByText('1 view').waitFor();
  // Views are written once a second.
  await expect
    .poll(
      async () => {
        await page.goto('/');
        return page.locator('popular-models').textContent();
      },
      { interval: 500 },
    )
    .toContain('Aurora 2');
});

test('without the API a model page keeps all it has, and offers no button that does nothing', async () => {
  const page = await site.open('/about');
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.goto('/models/aurora-1');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Aurora 1');
  expect(await page.locator('follow-button button').isVisible()).toBe(false);
});
