import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { factLabels } from '../../src/format/labels.ts';
import { repositoryUrl } from '../../src/repository.ts';
import type { CatalogDocument } from '../../src/shapes/catalog-document.ts';
import { attribute, type BuiltPage, builtPages, elementsOf } from './built-pages.ts';

type Model = CatalogDocument['models'][number];

const marksOf = (page: BuiltPage) =>
  elementsOf(page, 'a')
    .filter((link) => attribute(link, 'class')?.split(' ').includes('cite'))
    .map((mark) => ({
      label: attribute(mark, 'aria-label') ?? '',
      target: attribute(mark, 'href')?.slice(1),
    }));

/** The facts of a model that its page shows without a mark that leads to a source on that page. */
function unsourcedFacts(model: Model, page: BuiltPage): readonly string[] {
  const ids = new Set(page.elements.map((element) => attribute(element, 'id')));
  const marks = marksOf(page).filter(({ target }) => ids.has(target));
  const facts = [
    ...Object.keys(model.confidence).map((fact) => factLabels[fact as keyof typeof factLabels]),
    ...(model.price ? ['list price'] : []),
  ];
  return facts.filter((fact) => !marks.some(({ label }) => label.endsWith(` of the ${fact}`)));
}

describe.each(['fixtureSite', 'realSite'] as const)('in the %s', (name) => {
  const site = inject(name);
  const { data } = JSON.parse(readFileSync(join(site, 'api/v1/catalog.json'), 'utf8')) as {
    data: CatalogDocument;
  };
  const pages = new Map(builtPages(site).map((page) => [page.path, page]));
  const shown = data.models.map((model) => {
    const page = pages.get(`/models/${model.slug}`);
    if (!page) throw new Error(`${model.slug} has no page.`);
    const links = new Set(elementsOf(page, 'a').map((link) => attribute(link, 'href')));
    return { model, page, links };
  });

  test('every stated fact of a model has a mark that leads to its source', () => {
    const unsourced = shown.flatMap(({ model, page }) =>
      unsourcedFacts(model, page).map((fact) => `${model.slug}: ${fact}`),
    );
    expect(unsourced).toEqual([]);
  });

  test('every source, also of a price, an offer and a score, is linked', () => {
    const unlinked = shown.flatMap(({ model, links }) =>
      [
        ...model.sources.map(({ url }) => url),
        ...[...(model.pricing ?? []), ...model.offers, ...model.benchmarks].map(
          ({ source }) => source,
        ),
      ]
        .filter((source) => !links.has(source))
        .map((source) => `${model.slug}: ${source}`),
    );
    expect(unlinked).toEqual([]);
  });

  test('every model page links the file to edit', () => {
    const without = shown.filter(
      ({ model, links }) => !links.has(`${repositoryUrl}/edit/main/${model.path}`),
    );
    expect(without.map(({ model }) => model.slug)).toEqual([]);
  });
});
