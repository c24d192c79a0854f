import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { CatalogDocument } from '../../src/shapes/catalog-document.ts';
import { attribute, builtPages, elementsOf, textOf } from './built-pages.ts';

describe.each(['fixtureSite', 'realSite'] as const)('in the %s', (name) => {
  const site = inject(name);
  const { data } = JSON.parse(readFileSync(join(site, 'api/v1/catalog.json'), 'utf8')) as {
    data: CatalogDocument;
  };
  const pages = builtPages(site).filter(({ isMoved }) => !isMoved);
  const page = pages.find(({ path }) => path === '/changes');
  if (!page) throw new Error('There is no page of changes.');
  const rows = page.elements.filter((element) => attribute(element, 'data-kind') !== undefined);
  const shown = data.changes.slice(0, rows.length);
  const text = page.elements
    .filter(({ tagName }) => tagName === 'main')
    .map(textOf)
    .join();

  test('the page shows the newest changes in the order of the JSON, whole days of them', () => {
    expect(rows.map((row) => attribute(row, 'data-kind'))).toEqual(shown.map(({ kind }) => kind));
    expect(
      rows
        .map((row) => textOf(row))
        .filter((row, index) => !row.includes(shown[index]?.name ?? '-')),
    ).toEqual([]);
    const dates = elementsOf(page, 'time').map((time) => attribute(time, 'datetime'));
    expect(dates).toEqual([...new Set(shown.map(({ date }) => date))]);
    expect(data.changes[rows.length]?.date).not.toBe(shown.at(-1)?.date);
  });

  test('it says how many it shows, and how many there are', () => {
    const left = data.changes.length - shown.length;
    const counts = left > 0 ? [shown.length, data.changes.length, left] : [shown.length];
    for (const count of counts) expect(text).toContain(count.toLocaleString('en-US'));
  });

  test('every change names one of its sources, and leads to its model', () => {
    const links = new Set(elementsOf(page, 'a').map((link) => attribute(link, 'href')));
    const without = shown.filter(
      ({ sources, model }) =>
        !sources.some((source) => links.has(source)) ||
        !['', '#prices', '#scores'].some((place) => links.has(`/models/${model}${place}`)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('each kind that is there can be asked for by an address, with its count', () => {
    const counts = Map.groupBy(shown, ({ kind }) => kind);
    for (const [kind, { length }] of counts) {
      const [link] = elementsOf(page, 'a', { id: kind, href: `#${kind}` });
      expect(link && textOf(link).replace(/\D+/g, '')).toBe(String(length));
    }
  });

  test('the footer of every page leads to it', () => {
    const without = pages.filter((one) => elementsOf(one, 'a', { href: '/changes' }).length === 0);
    expect(without.map(({ path }) => path)).toEqual([]);
  });
});
