import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite(inject('fixtureSite'));
});
afterAll(() => site.stop());

type Colour = readonly [red: number, green: number, blue: number];

/** The colour of the first such element as it is painted, whatever notation its style has. */
const painted = (page: Page, selector: string, property: 'color' | 'backgroundColor') =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name): Colour => {
      const pen = new OffscreenCanvas(1, 1).getContext('2d');
      if (!pen) throw new Error('There is no canvas to paint on.');
      pen.fillStyle = getComputedStyle(element)[name];
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    }, property);

/** Relative luminance. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('light is ink on paper, dark is paper on ink', async () => {
  const light = await site.open('/', { colorScheme: 'light' });
  const dark = await site.open('/', { colorScheme: 'dark' });
  const brightness = async (page: Page) => ({
    text: luminance(await painted(page, 'body', 'color')),
    ground: luminance(await painted(page, 'html', 'backgroundColor')),
  });
  const [day, night] = [await brightness(light), await brightness(dark)];
  expect(day.ground).toBeGreaterThan(0.9);
  expect(day.text).toBeLessThan(0.05);
  expect(night.ground).toBeLessThan(0.05);
  expect(night.text).toBeGreaterThan(0.7);
});

const texts = [
  ['/', 'body'],
  ['/', '.lead'],
  ['/', 'caption'],
  ['/', 'thead th'],
  ['/', 'main a'],
  ['/', '.filters label'],
  ['/models/aurora-1', '.cite'],
  ['/models/aurora-1', '.facts small'],
  ['/models/aurora-1', '.sub'],
  ['/about', '.announced'],
  ['/about', '.preview'],
  ['/about', '.active'],
  ['/about', '.deprecated'],
  ['/about', '.retired'],
] as const;

test.each(['light', 'dark'] as const)(
  'text has a contrast of 7 to 1 in the %s',
  async (colorScheme) => {
    const pages = new Map<string, Page>();
    for (const [path, selector] of texts) {
      const page = pages.get(path) ?? (await site.open(path, { colorScheme }));
      pages.set(path, page);
      const ground = await painted(page, 'html', 'backgroundColor');
      const ratio = contrast(await painted(page, selector, 'color'), ground);
      expect(ratio, selector).toBeGreaterThanOrEqual(7);
    }
  },
);

test.each(['light', 'dark'] as const)(
  'the letters of a monogram stand out in the %s',
  async (colorScheme) => {
    const page = await site.open('/providers', { colorScheme });
    const ratio = contrast(
      await painted(page, '.monogram', 'color'),
      await painted(page, '.monogram', 'backgroundColor'),
    );
    expect(ratio).toBeGreaterThanOrEqual(7);
  },
);
