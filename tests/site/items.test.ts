import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { CatalogDocument } from '../../src/shapes/catalog-document.ts';
import { attribute, type BuiltPage, builtPages, elementsOf, textOf } from './built-pages.ts';

describe.each(['fixtureSite', 'realSite'] as const)('in the %s', (name) => {
  const site = inject(name);
  const { data } = JSON.parse(readFileSync(join(site, 'api/v1/catalog.json'), 'utf8')) as {
    data: CatalogDocument;
  };
  const pages = builtPages(site).filter(({ isMoved }) => !isMoved);
  const pageAt = (path: string): BuiltPage => {
    const page = pages.find((one) => one.path === path);
    if (!page) throw new Error(`There is no page ${path}.`);
    return page;
  };
  const linksOf = (page: BuiltPage) => elementsOf(page, 'a').map((link) => attribute(link, 'href'));
  const readOf = (kind: string) =>
    data.sources.filter((source) => source.kind === kind && source.off === undefined).length;

  test('every notice stands on the page of news, with its text, its announcement and an anchor', () => {
    const { html } = pageAt('/news');
    const links = linksOf(pageAt('/news'));
    const ids = elementsOf(pageAt('/news'), 'li').flatMap((line) => attribute(line, 'id') ?? []);
    expect(data.news.length).toBeGreaterThan(1);
    expect(ids).toEqual(data.news.map(({ id }) => `notice-${id}`));
    expect(data.news.filter((notice) => !html.includes(notice.html)).map(({ id }) => id)).toEqual(
      [],
    );
    expect(data.news.filter(({ source }) => !links.includes(source)).map(({ id }) => id)).toEqual(
      [],
    );
  });

  test('the page of a model lists its newest notices, five at the most', () => {
    const wrong = data.models.filter(({ slug }) => {
      const own = data.news.filter(({ models }) => models.includes(slug)).slice(0, 5);
      const shown = linksOf(pageAt(`/models/${slug}`)).filter((href) => href?.startsWith('/news#'));
      return shown.join() !== own.map(({ id }) => `/news#notice-${id}`).join();
    });
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test('the page of a model has sections of news, discussions and jobs that lead to all of them', () => {
    const wrong = data.models.filter(({ slug }) => {
      const page = pageAt(`/models/${slug}`);
      const links = linksOf(page);
      return ['news', 'discussions', 'jobs'].some(
        (kind) =>
          elementsOf(page, 'h2', { id: kind }).length !== 1 ||
          elementsOf(page, 'model-items', { 'data-kind': kind, 'data-slug': slug }).length !== 1 ||
          !links.includes(`/${kind}?model=${slug}`),
      );
    });
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test('where a model has none, its page says how many places are read', () => {
    const [jobs] = elementsOf(pageAt(`/models/${data.models[0]?.slug}`), 'model-items', {
      'data-kind': 'jobs',
    });
    const boards = `We look at ${readOf('jobs')} board${readOf('jobs') === 1 ? '' : 's'}.`;
    expect(jobs && attribute(jobs, 'data-none')).toBe(`No jobs name this model. ${boards}`);
    expect(jobs && textOf(jobs).replace(/\s+/g, ' ').trim()).toBe(
      `No jobs that name this model were known when this page was made. ${boards}`,
    );
  });

  test.each(['news', 'discussions', 'jobs'])('the page of %s lists every place of them', (kind) => {
    const rows = elementsOf(pageAt(`/${kind}`), 'th', { scope: 'row' }).map(textOf);
    const names = data.sources.filter((source) => source.kind === kind).map((one) => one.name);
    expect(names.length).toBeGreaterThan(0);
    expect(rows.toSorted()).toEqual(names.toSorted());
  });

  test('every page announces two feeds: of changes on their page, else of news, its own where it is of a model or a provider', () => {
    const feedsOf = (page: BuiltPage) =>
      ['application/atom+xml', 'application/feed+json'].map((type) =>
        elementsOf(page, 'link', { rel: 'alternate', type }).map((link) => attribute(link, 'href')),
      );
    const wrong = pages.filter((page) => {
      const of = /^\/(?:models|providers)\/.+/.test(page.path) ? `${page.path.slice(1)}/` : '';
      const base = `/api/v1/feeds/${page.path === '/changes' ? 'changes' : `${of}news`}`;
      return feedsOf(page).join(' ') !== `${base}.atom ${base}.json`;
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
