import { expect, inject, test } from 'vitest';
import { attribute, type BuiltPage, builtFiles, builtPages, originOf } from './built-pages.ts';

/** Every address of the site itself that a page leads to or loads, without what stays on another host. */
function ownAddresses(page: BuiltPage, origin: string): readonly URL[] {
  const values = page.elements.flatMap((element) => [
    attribute(element, 'href'),
    attribute(element, 'src'),
    attribute(element, 'property') === 'og:image' ? attribute(element, 'content') : undefined,
    attribute(element, 'http-equiv') === 'refresh'
      ? attribute(element, 'content')?.replace(/^\d+;url=/, '')
      : undefined,
  ]);
  return [...new Set(values)]
    .filter((value) => value !== undefined)
    .map((value) => new URL(value, origin + page.path))
    .filter((url) => url.origin === origin);
}

// What the live half answers, so that no file holds it.
const liveAddresses = [
  '/docs',
  '/api/v1/auth/sign-in',
  '/api/v1/news',
  '/api/v1/discussions',
  '/api/v1/jobs',
];

/** The page whose news or changes a live feed is of. */
function pageOfFeed(pathname: string): string | undefined {
  const [, of, kind] =
    /^\/api\/v1\/feeds\/(?:((?:models|providers)\/[^/]+)\/(?=news))?(news|changes)\.(?:atom|json)$/.exec(
      pathname,
    ) ?? [];
  return kind && `/${of ?? kind}`;
}

/** What leads nowhere, as `page → address`. */
function brokenLinks(site: string): readonly string[] {
  const pages = builtPages(site);
  const origin = originOf(pages);
  const files = new Set(builtFiles(site));
  const idsOf = new Map(
    pages.map(({ path, elements }) => [
      path,
      new Set(elements.map((element) => attribute(element, 'id')).filter(Boolean)),
    ]),
  );
  const leadsSomewhere = ({ pathname, hash }: URL): boolean => {
    const ids = idsOf.get(pageOfFeed(pathname) ?? pathname);
    if (hash) return ids?.has(decodeURIComponent(hash.slice(1))) ?? false;
    return ids !== undefined || files.has(pathname) || liveAddresses.includes(pathname);
  };
  return pages.flatMap((page) =>
    ownAddresses(page, origin)
      .filter((url) => !leadsSomewhere(url))
      .map((url) => `${page.path} → ${url.pathname}${url.hash}`),
  );
}

test.each(['fixtureSite', 'realSite'] as const)(
  'every link, asset and fragment of the %s leads to something that is built',
  (name) => {
    expect(brokenLinks(inject(name))).toEqual([]);
  },
);

test('a page links only what a browser can open', () => {
  const others = builtPages(inject('realSite')).flatMap(({ path, elements }) =>
    elements
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => attribute(link, 'href') ?? '')
      .filter((href) => !/^(\/|#|https?:\/\/)/.test(href))
      .map((href) => `${path} → ${href}`),
  );
  expect(others).toEqual([]);
});
