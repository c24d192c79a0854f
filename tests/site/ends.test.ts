import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { CatalogDocument } from '../../src/shapes/catalog-document.ts';
import { builtPages, elementsOf, textOf } from './built-pages.ts';

/** What the page of a model says of its end, if anything. */
function endOn(site: string, slug: string): string {
  const page = builtPages(site).find(({ path }) => path === `/models/${slug}`);
  const [notice] = page ? elementsOf(page, 'p', { role: 'note' }) : [];
  return notice ? textOf(notice).replaceAll(/\s+/g, ' ').trim() : '';
}

test.each([
  [
    'aurora-1',
    'Retired on 10 Jul 2025 (7 months ago), as others report: requests to it fail. Others report that the maker names Aurora 2 as its successor.',
  ],
  ['aurora-2', 'Will not be retired before 1 Dec 2027 (in 21 months), as its maker says.'],
])('the page of %s tells its end in whole sentences', (slug, sentence) => {
  expect(endOn(inject('fixtureSite'), slug)).toContain(sentence);
});

test('of open weights it is told that their maker serves them no more, not that they are gone', () => {
  const site = inject('realSite');
  const { data } = JSON.parse(readFileSync(join(site, 'api/v1/catalog.json'), 'utf8')) as {
    data: CatalogDocument;
  };
  const ended = data.models.filter(
    ({ status, specs }) => status === 'retired' && specs.openWeights,
  );
  expect(ended.length).toBeGreaterThan(10);
  const wrong = ended.filter(
    ({ slug }) => !endOn(site, slug).includes('Its maker stopped serving'),
  );
  expect(wrong.map(({ slug }) => slug)).toEqual([]);
});

test('a successor that has ended itself is told as that', () => {
  const site = inject('realSite');
  const { data } = JSON.parse(readFileSync(join(site, 'api/v1/catalog.json'), 'utf8')) as {
    data: CatalogDocument;
  };
  const bySlug = new Map(data.models.map((model) => [model.slug, model]));
  const told = data.models.flatMap(({ slug, lifecycle }) => {
    const successor = bySlug.get(lifecycle?.replacement ?? '');
    if (!successor) return [];
    const open = successor.specs.openWeights ? ', which its maker serves no more either.' : '';
    const end = successor.status === 'retired' ? open || ', which has ended too.' : '.';
    return [[slug, endOn(site, slug).includes(`as its successor${end}`)] as const];
  });
  expect(told.length).toBeGreaterThan(50);
  expect(told.filter(([, isTold]) => !isTold).map(([slug]) => slug)).toEqual([]);
});
