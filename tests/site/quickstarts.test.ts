import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { CatalogDocument } from '../../src/shapes/catalog-document.ts';
import { builtPages, elementsOf } from './built-pages.ts';

const site = inject('realSite');
const { data } = JSON.parse(readFileSync(join(site, 'api/v1/catalog.json'), 'utf8')) as {
  data: CatalogDocument;
};
const pages = new Map(builtPages(site).map((page) => [page.path, page]));

test('a page without code says why, where its model is served and nothing here can call it', () => {
  const silent = data.models.filter(
    ({ api, status }) => api?.noQuickstart !== undefined && status !== 'retired',
  );
  expect(silent.length).toBeGreaterThan(10);
  const unsaid = silent.filter(({ slug, api }) => {
    const page = pages.get(`/models/${slug}`);
    return (
      page === undefined ||
      !page.html.includes(api?.noQuickstart ?? '') ||
      elementsOf(page, 'quick-start').length > 0
    );
  });
  expect(unsaid.map(({ slug }) => slug)).toEqual([]);
});
