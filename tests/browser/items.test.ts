import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ItemKind } from '../../src/shapes/incoming-item.ts';
import { authSecret, publicUrl } from '../api/live-app.ts';
import { articles, machine } from '../api/routes/pushing.ts';
import { type ServedSite, serveSite } from './served-site.ts';

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

const threads = [
  {
    externalId: 'slow',
    url: 'https://night-owls.example/t/slow',
    title: 'Aurora 2 is slow today',
    publishedAt: hoursAgo(5),
    score: 1,
    comments: 12,
  },
  {
    externalId: 'ship',
    url: 'https://night-owls.example/t/ship',
    title: 'Aurora 2 & the <b>ship</b>',
    publishedAt: '2025-02-03T04:05:00Z',
  },
];

const positions = [
  {
    externalId: 'tester',
    url: 'https://jobs.example/tester',
    title: 'Tester of models',
    publishedAt: hoursAgo(72),
    company: 'Cloud Nine',
    place: 'Oslo',
    isRemote: true,
    employmentType: 'Full-time',
    salary: 'NOK 900,000 a year',
    models: ['aurora-2'],
  },
  {
    externalId: 'cook',
    url: 'https://jobs.example/cook',
    title: 'Cook',
    company: 'Borealis',
    isRemote: false,
    models: ['borealis-7b'],
  },
];

let site: ServedSite;

const push = async (kind: ItemKind, items: readonly unknown[]): Promise<void> => {
  const response = await fetch(`${site.address}/api/v1/items/${kind}`, {
    method: 'POST',
    headers: { ...(await machine()), 'Content-Type': 'application/json' },
    body: JSON.stringify({ source: `my-${kind}`, items }),
  });
  if (!response.ok) throw new Error(await response.text());
};

beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'), { AUTH_SECRET: authSecret, PUBLIC_URL: publicUrl });
  await push('news', articles(Array.from({ length: 30 }, (_, index) => index + 1)));
  await push('discussions', threads);
  await push('jobs', positions);
});

afterAll(() => site.stop());

const titles = (page: Page): Promise<readonly string[]> =>
  page.locator('item-list .items > li > a').allTextContents();

const tally = (page: Page) => page.locator('item-list').getByRole('status');

const query = (page: Page): string => new URL(page.url()).search;

describe('the page of news', () => {
  test('lists what the API has, twenty at a time, and leads to older and newer ones', async () => {
    const page = await site.open('/news');
    await tally(page).getByText('1 to 20 of 32, newest first.').waitFor();
    expect((await titles(page)).slice(0, 2)).toEqual(['Article 30', 'Article 29']);
    await page.getByRole('link', { name: 'Older' }).click();
    await tally(page).getByText('21 to 32 of 32, newest first.').waitFor();
    expect(query(page)).toMatch(/^\?page=2&edition=\d+$/);
    expect(await page.locator(':focus').textContent()).toBe((await titles(page))[0]);
    await page.goBack();
    await tally(page).getByText('1 to 20 of 32').waitFor();
    await page.goForward();
    await page.getByRole('link', { name: 'Newer' }).click();
    await tally(page).getByText('1 to 20 of 32').waitFor();
  });

  test('an article that arrives between two pages neither repeats nor hides another', async () => {
    const page = await site.open('/news?search=article');
    await tally(page).getByText('1 to 20 of 30').waitFor();
    const first = await titles(page);
    await push('news', articles([31], { title: 'Article in between' }));
    await page.getByRole('link', { name: 'Older' }).click();
    await tally(page).getByText('21 to 30 of 30').waitFor();
    expect(new Set([...first, ...(await titles(page))]).size).toBe(30);
  });

  test('tells a notice of the catalog with its text and an anchor of its own', async () => {
    const page = await site.open('/news?source=model-tracker');
    await tally(page).getByText('1 to 2 of 2').waitFor();
    expect(await page.locator('#notice-2024-12-01-aurora-2 .told strong').textContent()).toBe(
      'a whole book',
    );
    expect(await page.locator('#notice-2024-12-01-aurora-2 .sub').textContent()).toMatch(
      /^Model Tracker · 1 Dec 2024, [^·]+ ago · names Aurora 2$/,
    );
  });

  test('keeps the notice that an address leads to', async () => {
    const page = await site.open('/news#notice-2024-12-01-aurora-2');
    await page.waitForLoadState('networkidle');
    expect(await titles(page)).toHaveLength(2);
    expect(await page.locator(':target .told').isVisible()).toBe(true);
  });

  test.each([
    ['a maker', 'Maker', 'borealis', 'provider=borealis', 'No news fit all of these.'],
    ['a source', 'Source', 'model-tracker', 'source=model-tracker', '1 to 2 of 2'],
  ])('%s narrows the list, and the address says so', async (_, label, option, asked, told) => {
    const page = await site.open('/news');
    await tally(page).getByText('newest first').waitFor();
    await page.getByRole('combobox', { name: label }).selectOption(option);
    await tally(page).getByText(told).waitFor();
    expect(query(page)).toBe(`?${asked}`);
  });

  test('words narrow the list, and clearing brings all back', async () => {
    const page = await site.open('/news');
    await page.getByRole('searchbox', { name: 'Words in it' }).fill('last day');
    await tally(page).getByText('1 to 1 of 1').waitFor();
    expect(query(page)).toBe('?search=last+day');
    await page.getByRole('button', { name: 'Clear' }).click();
    await tally(page).getByText('1 to 20').waitFor();
    expect(query(page)).toBe('');
  });

  test('a model may be written as people do, and one that is unknown is said so', async () => {
    const page = await site.open('/news?model=Aurora+2&utm_source=mail');
    await tally(page).getByText('1 to 2 of 2').waitFor();
    expect(await page.getByRole('textbox', { name: 'Model' }).inputValue()).toBe('Aurora 2');
    await page.getByRole('textbox', { name: 'Model' }).fill('none such');
    await tally(page).getByText('none-such').waitFor();
  });

  test('keeps the notices while the API is away, says so, and can be asked again', async () => {
    const page = await site.open('/about');
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.goto('/news?search=article');
    await tally(page).getByText('The server cannot be reached.').waitFor();
    expect(await titles(page)).toHaveLength(2);
    await page.getByText('These are the catalog’s own notices.').waitFor();
    await page.unroute('**/api/v1/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await tally(page).getByText('1 to 20').waitFor();
    expect(await page.getByText('These are the catalog’s own notices.').isVisible()).toBe(false);
  });
});

test('discussions tell their place, score and comments, and the exact time on hover', async () => {
  const page = await site.open('/discussions');
  await tally(page).getByText('1 to 2 of 2').waitFor();
  expect(await titles(page)).toEqual(['Aurora 2 is slow today', 'Aurora 2 & the <b>ship</b>']);
  expect(await page.locator('.items .sub').first().textContent()).toBe(
    'my-discussions · 1 point · 12 comments · 5 hours ago · names Aurora 2',
  );
  const time = page.locator('.items time').last();
  expect(await time.getAttribute('title')).toBe('3 Feb 2025, 04:05 UTC');
  expect(await time.getAttribute('datetime')).toMatch(/^2025-02-03T04:05:00/);
});

test('jobs tell company, place, remote, type and salary, and can be only remote ones', async () => {
  const page = await site.open('/jobs');
  await tally(page).getByText('1 to 2 of 2').waitFor();
  await page.getByRole('checkbox', { name: 'remote' }).check();
  await tally(page).getByText('1 to 1 of 1').waitFor();
  expect(query(page)).toBe('?remote=true');
  expect(await page.locator('.items .sub').textContent()).toBe(
    'Cloud Nine · Oslo · remote · Full-time · NOK 900,000 a year · my-jobs · 3 days ago · names Aurora 2',
  );
});

describe('the page of a model', () => {
  const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  test('shows what is newest of each kind once the reader comes near', async () => {
    const page = await site.open('/models/aurora-2');
    await section(page, 'Jobs').scrollIntoViewIfNeeded();
    await section(page, 'Jobs').getByRole('link', { name: 'Tester of models' }).waitFor();
    expect(await section(page, 'Discussions').locator('.items > li > a').allTextContents()).toEqual(
      ['Aurora 2 is slow today', 'Aurora 2 & the <b>ship</b>'],
    );
    expect(
      await section(page, 'News')
        .getByRole('link', { name: 'Model Tracker' })
        .first()
        .getAttribute('href'),
    ).toBe('/news#notice-2025-01-10-aurora-1-ends');
    await section(page, 'Jobs').getByRole('link', { name: 'All jobs that name Aurora 2' }).click();
    await tally(page).getByText('1 to 1 of 1').waitFor();
  });

  test('says that there is nothing, and how many places are read', async () => {
    const page = await site.open('/models/borealis-next');
    await section(page, 'Jobs').scrollIntoViewIfNeeded();
    await page.getByText('No jobs name this model. We look at 1 board.').waitFor();
    await page.getByText('No discussions name this model. We look at 0 forums.').waitFor();
  });

  test('sets what names only its family last, and says so', async () => {
    await push('news', [
      ...articles([40], { title: 'Older, of the model', models: ['borealis-7b'] }),
      {
        externalId: 'family',
        url: 'https://platform.example/family',
        title: 'Borealis is down',
        publishedAt: hoursAgo(1),
      },
    ]);
    const page = await site.open('/models/borealis-7b');
    await section(page, 'News').scrollIntoViewIfNeeded();
    await section(page, 'News').getByRole('link', { name: 'Borealis is down' }).waitFor();
    expect(await section(page, 'News').locator('.items > li').allTextContents()).toEqual([
      expect.stringMatching(/^Older, of the model(?!.*family)/),
      'Borealis is down my-news · 60 minutes ago · names only its family',
    ]);
  });

  test('keeps its notices while the API is away', async () => {
    const page = await site.open('/about');
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.goto('/models/aurora-2');
    await section(page, 'Jobs').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(await section(page, 'News').locator('.items > li').count()).toBe(2);
    expect(await section(page, 'Jobs').textContent()).toContain(
      'were known when this page was made.',
    );
  });
});
