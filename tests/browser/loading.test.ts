import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { kindsOfPages } from './kinds-of-pages.ts';
import { type ServedSite, serveSite } from './served-site.ts';

const folder = inject('realSite');
let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(folder);
});
afterAll(() => site.stop());

/** What a page asked for, what went wrong, and how far its parts moved, from now until it was read. */
interface Watched {
  readonly requests: readonly URL[];
  readonly complaints: readonly string[];
  shift(): Promise<number>;
}

declare global {
  interface Window {
    /** How far things moved, as a share of the window. */
    movedSoFar: number;
  }
}

async function watch(page: Page): Promise<Watched> {
  const requests: URL[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url())));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // That a page is missing is told by its status, which is no fault.
    const isOwnStatus = message.location().url === page.url();
    if (['error', 'warning'].includes(message.type()) && !isOwnStatus) {
      complaints.push(message.text());
    }
  });
  await page.addInitScript(() => {
    window.movedSoFar = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.movedSoFar += 'value' in entry ? Number(entry.value) : Number.NaN;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return { requests, complaints, shift: () => page.evaluate(() => window.movedSoFar) };
}

describe.each([390, 1280])('at a width of %i pixels', (width) => {
  test.each(kindsOfPages(folder))(
    '%s loads without a complaint or a request to elsewhere, and holds still',
    async (_, path) => {
      const page = await site.open('about:blank', { viewport: { width, height: 800 } });
      const { requests, complaints, shift } = await watch(page);
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(complaints).toEqual([]);
      expect(requests.length).toBeGreaterThan(2);
      expect(requests.filter(({ origin }) => origin !== site.address)).toEqual([]);
      expect(await shift()).toBeLessThan(0.05);
    },
  );
});

test('searching asks nobody else and breaches no policy', async () => {
  const page = await site.open('/');
  const { requests, complaints } = await watch(page);
  await page.keyboard.press('/');
  await page.keyboard.type('gpt');
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  expect(complaints).toEqual([]);
  expect(requests.some(({ pathname }) => pathname.startsWith('/pagefind/'))).toBe(true);
  expect(requests.filter(({ origin }) => origin !== site.address)).toEqual([]);
});
