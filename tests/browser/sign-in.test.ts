import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;

beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});

afterAll(() => site.stop());

/** A page of a browser that has never been here, and everything that it complained of. */
async function newReader(
  path: string,
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await site.open(path);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints };
}

/** Asks the API as a script of the page does. */
const askFrom = (page: Page, path: string, method: string) =>
  page.evaluate(
    async (request) => {
      const response = await fetch(`/api/v1${request.path}`, { method: request.method });
      return { status: response.status, body: await response.text() };
    },
    { path, method },
  );

test('a reader signs in, lands on the same page, follows its model and signs out', async () => {
  const { page, complaints } = await newReader('/api/v1/auth/sign-in?returnTo=/models/aurora-1');
  const model = `${site.address}/models/aurora-1`;
  await page.getByLabel('Name').fill('ada');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(model);
  const cookies = await page.context().cookies(site.address);
  expect(cookies.find(({ name }) => name === 'session')).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
    secure: false,
    path: '/',
  });
  expect(await page.evaluate(() => document.cookie)).toBe('signed-in=1');

  expect(await askFrom(page, '/models/aurora-1/follow', 'PUT')).toEqual({
    status: 200,
    body: '{"data":{"isFollowing":true,"followCount":1}}',
  });
  expect((await askFrom(page, '/auth/sign-out', 'POST')).status).toBe(204);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(complaints).toEqual([]);

  await page.context().addCookies(cookies);
  expect((await askFrom(page, '/me', 'GET')).status).toBe(401);
});

test('a name that is refused can be mended on the page', async () => {
  const { page } = await newReader('/api/v1/auth/sign-in?returnTo=/benchmarks');

  await page.getByLabel('Name').fill('<b>ada</b>');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('<b>ada</b>');
  await page.getByLabel('Name').fill('ada');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${site.address}/benchmarks`);
});

test('a page of another site cannot write with the reader’s cookie', async () => {
  const { page } = await newReader('/api/v1/auth/sign-in');

  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${site.address}/`);
  const address = `${site.address}/api/v1/models/aurora-1/follow`;
  // Another port of the same host is another origin, and yet gets the cookie sent along.
  const elsewhere = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<form method="post" action="${address}"><button>Win</button></form>`);
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const answered = page.waitForResponse(address);
  await page.getByRole('button').click();
  const answer = await answered;
  expect(answer.status()).toBe(403);
  expect((await answer.request().allHeaders())['cookie']).toContain('session=');
  elsewhere.close();
});
