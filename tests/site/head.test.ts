import { describe, expect, inject, test } from 'vitest';
import {
  attribute,
  type BuiltPage,
  builtPages,
  canonicalOf,
  elementsOf,
  metaOf,
  originOf,
  textOf,
} from './built-pages.ts';

const titleOf = (page: BuiltPage): string => elementsOf(page, 'title').map(textOf).join();

/** What stands more than once. */
const repeated = (texts: readonly (string | undefined)[]): readonly (string | undefined)[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index);

describe.each(['fixtureSite', 'realSite'] as const)('in the %s', (name) => {
  const all = builtPages(inject(name));
  const pages = all.filter(({ isMoved }) => !isMoved);
  const pathsWhere = (isFaulty: (page: BuiltPage) => boolean) =>
    pages.filter(isFaulty).map(({ path }) => path);

  test('every page says its language and has one first heading', () => {
    expect(
      pathsWhere(
        (page) =>
          elementsOf(page, 'html', { lang: 'en' }).length !== 1 ||
          elementsOf(page, 'h1').length !== 1,
      ),
    ).toEqual([]);
  });

  test('no two pages have the same title, none has an empty one', () => {
    expect(repeated(all.map(titleOf))).toEqual([]);
    expect(pathsWhere((page) => titleOf(page).trim() === '')).toEqual([]);
  });

  test('no two pages have the same description, and none lacks one', () => {
    expect(repeated(pages.map((page) => metaOf(page, 'description')))).toEqual([]);
    expect(pathsWhere((page) => (metaOf(page, 'description') ?? '').length < 20)).toEqual([]);
  });

  test('every page names the address that it is served at', () => {
    const origin = originOf(all);
    expect(pathsWhere((page) => canonicalOf(page) !== new URL(page.path, origin).href)).toEqual([]);
  });

  test('every page tells a preview its title, text, address and picture', () => {
    expect(
      pathsWhere(
        (page) =>
          metaOf(page, 'og:site_name') !== 'Model Tracker' ||
          metaOf(page, 'og:type') !== 'website' ||
          !titleOf(page).includes(metaOf(page, 'og:title') ?? 'none') ||
          metaOf(page, 'og:description') !== metaOf(page, 'description') ||
          metaOf(page, 'og:url') !== canonicalOf(page) ||
          !metaOf(page, 'og:image')?.endsWith('/preview.png'),
      ),
    ).toEqual([]);
  });

  test('structured data parses and names the address of its page', () => {
    const described = pages.filter(
      (page) => elementsOf(page, 'script', { type: 'application/ld+json' }).length > 0,
    );
    const addresses = described.map((page) =>
      elementsOf(page, 'script', { type: 'application/ld+json' }).map((script) => {
        const data: unknown = JSON.parse(textOf(script));
        return data;
      }),
    );
    expect(addresses).toEqual(
      described.map((page) => [
        expect.objectContaining({ '@context': 'https://schema.org', url: canonicalOf(page) }),
      ]),
    );
    expect(described.map(({ path }) => path)).toEqual(
      pathsWhere(({ path }) => path === '/' || /^\/(models|providers|benchmarks)\//.test(path)),
    );
  });

  test('the page of an alias leads on, names the page it leads to, and is not for an index', () => {
    const moved = all.filter(({ isMoved }) => isMoved);
    expect(moved.length).toBeGreaterThan(0);
    for (const page of moved) {
      const [refresh] = elementsOf(page, 'meta', { 'http-equiv': 'refresh' });
      const target = refresh && attribute(refresh, 'content')?.replace('0;url=', '');
      expect(pages.map(({ path }) => path)).toContain(target);
      expect(canonicalOf(page).endsWith(target ?? 'none')).toBe(true);
      expect(metaOf(page, 'robots')).toBe('noindex');
    }
  });
});
