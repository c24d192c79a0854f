import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { builtPages, canonicalOf, metaOf, originOf } from './built-pages.ts';

const placesIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place = '']) => place);

describe.each(['fixtureSite', 'realSite'] as const)('in the %s', (name) => {
  const site = inject(name);
  const pages = builtPages(site);
  const read = (path: string) => readFileSync(join(site, path), 'utf8');

  test('the sitemap lists exactly the pages that are for an index', () => {
    const listed = placesIn(read('sitemap-index.xml')).flatMap((place) =>
      placesIn(read(new URL(place).pathname)),
    );
    const indexed = pages.filter((page) => metaOf(page, 'robots') === undefined).map(canonicalOf);
    expect(listed.toSorted()).toEqual(indexed.toSorted());
  });

  test('a missing page, a reader’s own list and the pages of aliases are not for an index', () => {
    const hidden = pages.filter((page) => metaOf(page, 'robots') === 'noindex');
    expect(hidden.filter(({ isMoved }) => !isMoved).map(({ path }) => path)).toEqual([
      '/404',
      '/following',
    ]);
  });

  test('robots may read everything and are told where the sitemap is', () => {
    expect(read('robots.txt')).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${originOf(pages)}/sitemap-index.xml\n`,
    );
  });
});
