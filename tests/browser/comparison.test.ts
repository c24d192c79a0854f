import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});
afterAll(() => site.stop());

const focused = (page: Page): Promise<string | null> => page.locator(':focus').textContent();

const selected = (page: Page): Promise<readonly string[]> =>
  page.locator('tr[data-selected] th a').allTextContents();

const tally = (page: Page): Promise<string | null> =>
  page.locator('model-table').getByRole('status').textContent();

describe('choosing models', () => {
  test('j and k walk the shown rows and stop at both ends', async () => {
    const page = await site.open('/?search=aurora');
    const walked: (string | null)[] = [];
    for (const key of ['j', 'j', 'j', 'j', 'k', 'k', 'k']) {
      await page.keyboard.press(key);
      walked.push(await focused(page));
    }
    const [a1, a2, a3] = ['Aurora 1', 'Aurora 2', 'Aurora 3 Preview'];
    expect(walked).toEqual([a3, a2, a1, a1, a2, a3, a3]);
  });

  test('the arrow keys walk too, once the focus is in the table', async () => {
    const page = await site.open('/');
    await page.getByRole('link', { name: 'Borealis 7B' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Aurora 2');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('Borealis 7B');
  });

  test('x chooses the model under the focus, and x again leaves it', async () => {
    const page = await site.open('/');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await selected(page)).toEqual(['Borealis Next']);
    expect(await tally(page)).toBe('5 models. Selected: Borealis Next. Compare 1 (c)');
    await page.keyboard.press('x');
    expect(await selected(page)).toEqual([]);
    expect(await tally(page)).toBe('5 models. Click a row, or press x on it, to compare models.');
  });

  test('a click on a row chooses it, a click on its name leads to the model', async () => {
    const page = await site.open('/');
    await page
      .getByRole('row', { name: /Aurora 1/ })
      .getByText('retired')
      .click();
    expect(await selected(page)).toEqual(['Aurora 1']);
    await page.getByRole('link', { name: 'Aurora 2' }).click();
    await page.waitForURL('**/models/aurora-2');
  });

  test('c with nothing chosen does nothing', async () => {
    const page = await site.open('/');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test.each([
    ['c', (page: Page) => page.keyboard.press('c')],
    ['the button', (page: Page) => page.getByRole('button', { name: 'Compare 2 (c)' }).click()],
  ])('%s leads to the comparison of the chosen models', async (_, compare) => {
    const page = await site.open('/');
    for (const name of [/Aurora 1/, /Aurora 2/]) {
      await page.getByRole('row', { name }).getByRole('cell').last().click();
    }
    await compare(page);
    await page.waitForURL('**/compare?slugs=aurora-2,aurora-1');
  });
});

test('of more than six chosen models the first six are compared', async () => {
  const real = await serveSite(inject('realSite'));
  onTestFinished(() => real.stop());
  const page = await real.open('/');
  for (let chosen = 0; chosen < 7; chosen += 1) {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
  }
  await page.getByRole('button', { name: 'Compare the first 6 (c)' }).click();
  await page.getByRole('table').waitFor();
  expect(await page.getByRole('columnheader').count()).toBe(7);
});

describe('the comparison', () => {
  const headings = (page: Page): Promise<readonly string[]> =>
    page.getByRole('columnheader').allTextContents();

  test('shows the named models in their order, fact by fact', async () => {
    const page = await site.open('/compare?slugs=aurora-2,aurora-1');
    await page.getByRole('table').waitFor();
    expect(await headings(page)).toEqual(['Fact', 'Aurora 2', 'Aurora 1']);
    const row = (name: string) =>
      page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
        .getByRole('cell')
        .allTextContents();
    expect(await row('Context window, tokens')).toEqual(['1.05M (1,048,576)', '8.19K (8,192)']);
    expect(await row('Input, $ per million')).toEqual(['$1.25', '$5.00']);
    expect(await row('Status')).toEqual(['active', 'retired']);
  });

  test('sets scores side by side only under the same conditions', async () => {
    const page = await site.open('/compare?slugs=aurora-2,aurora-1');
    await page.getByRole('table').waitFor();
    const scores = page.getByRole('row', { name: /Star Chart|Word Slip/ });
    expect(await scores.allTextContents()).toEqual(['Star Chart, 5-shot88.25%61.5%']);
  });

  test('names the version that was measured, and shows a model that is named twice once', async () => {
    const page = await site.open('/compare?slugs=borealis-7b,aurora-1,borealis-7b');
    await page.getByRole('table').waitFor();
    expect(await headings(page)).toEqual(['Fact', 'Borealis 7B', 'Aurora 1']);
    expect(await page.getByRole('row', { name: /Star Chart/ }).allTextContents()).toEqual([
      'Star Chart, 5-shot61.5% (Borealis-7B-v0.1)61.5%',
    ]);
  });

  test('leaves out a fact that no model states, and says which model is unknown', async () => {
    const page = await site.open('/compare?slugs=borealis-next,no-such-model');
    await page.getByText('No model is called “no-such-model”.').waitFor();
    expect(await headings(page)).toEqual(['Fact', 'Borealis Next']);
    expect(await page.getByRole('rowheader', { name: 'Released' }).count()).toBe(0);
  });

  test('of nothing tells how to choose', async () => {
    const page = await site.open('/compare');
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.locator('compare-table').textContent()).toContain('select with x');
  });
});
