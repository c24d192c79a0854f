import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { isCalendarDay } from '../src/catalog/schema/primitives.ts';
import { readers } from '../src/catalog/schema/source.ts';
import type { CatalogDocument } from '../src/shapes/catalog-document.ts';
import { builtJson } from './shapes/built-files.ts';

const { data: catalog } = builtJson<{ data: CatalogDocument }>('realSite', 'catalog.json');

// Slugs of an older catalog whose links are still in use.
const olderSlugs = `
  gpt-4-turbo gpt-4 gpt-3-5-turbo gpt-4o claude-3-5-sonnet claude-3-opus claude-3-sonnet
  claude-3-haiku gemini-1-5-pro gemini-1-5-flash palm-2 mistral-large mixtral-8x7b mistral-7b
  command-r-plus command-r grok-2 amazon-titan-text-g1-express qwen-2-5-72b deepseek-coder-v2
  stable-lm-2-12b jamba-1-5-large yi-large phi-3-medium inflection-2-5 falcon-180b vicuna-33b
  mpt-30b med-palm-2 biogpt codellama-70b starcoder-2 llava-1-6 fuyu-8b command-r7b orca-2
  gemma-2-9b tinyllama-1-1b reka-core
`
  .trim()
  .split(/\s+/);

// They stood in that catalog too, and no such model ever was.
const neverModels = {
  'llama-3-2-405b': 'llama-3-1-405b-instruct',
  'llama-3-2-70b': 'llama-3-1-70b-instruct',
  'llama-3-2-8b': 'llama-3-1-8b-instruct',
  'claude-3-opus-artifacts': 'claude-3-opus',
  'perplexity-sonar-large': 'llama-3-1-sonar-large-128k-online',
};

test('the catalog is broad: 120 models or more, of 20 makers or more', () => {
  expect(catalog.models.length).toBeGreaterThanOrEqual(120);
  expect(new Set(catalog.models.map(({ provider }) => provider)).size).toBeGreaterThanOrEqual(20);
});

test.each([...olderSlugs, ...Object.keys(neverModels)])('the old link to %s resolves', (slug) => {
  const isModel = catalog.models.some((model) => model.slug === slug);
  expect(isModel || slug in catalog.aliases).toBe(true);
  expect(existsSync(join(inject('realSite'), `models/${slug}.html`))).toBe(true);
  expect(existsSync(join(inject('realSite'), `api/v1/models/${slug}.json`))).toBe(true);
});

test.each(Object.entries(neverModels))('%s never was, and leads to %s', (slug, meant) => {
  expect(catalog.aliases[slug]).toBe(meant);
  expect(catalog.models.map((model) => model.slug)).not.toContain(slug);
});

test('no score is one of Artificial Analysis, whose terms forbid to republish them', () => {
  const theirs = catalog.models.flatMap(({ slug, benchmarks }) =>
    benchmarks.filter(isOfArtificialAnalysis).map(({ benchmark }) => `${slug} ${benchmark}`),
  );
  expect(theirs).toEqual([]);
});

test.each([
  { reportedBy: 'Artificial Analysis', source: 'https://example.com' },
  { reportedBy: 'maker', source: 'https://artificialanalysis.ai/models/x' },
])('a score by $reportedBy from $source would be found', (score) => {
  expect(isOfArtificialAnalysis(score)).toBe(true);
});

test('every data set is used by a model', () => {
  const used = new Set(
    catalog.models.flatMap(({ benchmarks, offers, pricing = [], sources }) => [
      ...benchmarks.map(({ via }) => via),
      ...[...offers, ...pricing].map(({ source }) => datasetOf(source)?.id),
      ...sources.map(({ dataset }) => dataset),
    ]),
  );
  expect(catalog.datasets.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
});

test('every source below a data set’s address is published with its licence', () => {
  const sources = catalog.models.flatMap((model) => model.sources);
  const taken = sources.filter(({ url }) => datasetOf(url) !== undefined);
  expect(taken.length).toBeGreaterThan(100);
  for (const { url, dataset, license } of taken) {
    const { id, license: itsLicense } = datasetOf(url) ?? {};
    expect({ url, dataset, license }).toEqual({ url, dataset: id, license: itsLicense });
  }
});

test('every score that was taken from a data set names one with a licence', () => {
  const names = catalog.models.flatMap(({ benchmarks }) =>
    benchmarks.flatMap(({ via }) => via ?? []),
  );
  const licences = new Map(catalog.datasets.map(({ id, license }) => [id, license]));
  expect(names.length).toBeGreaterThan(100);
  expect([...new Set(names)].filter((name) => !licences.get(name))).toEqual([]);
});

test('what is read is broad: 45 sources or more, of all readers', () => {
  expect(catalog.sources.length).toBeGreaterThanOrEqual(45);
  const read = new Set(catalog.sources.map(({ reader }) => reader));
  expect(readers.filter((reader) => !read.has(reader))).toEqual([]);
});

test.each(['https://www.anthropic.com/news/rss.xml', 'https://ai.meta.com/blog/rss/'])(
  'the feed %s, which never was, is not among them',
  (address) => {
    expect(catalog.sources.map((source) => source.address)).not.toContain(address);
  },
);

test('every model has sources, checked on real days that are not in the future', () => {
  for (const { slug, sources } of catalog.models) {
    expect(sources.length, slug).toBeGreaterThan(0);
    const wrong = sources.filter(({ checked }) => !isCalendarDay(checked) || checked > catalog.day);
    expect(wrong, slug).toEqual([]);
  }
});

const datasetOf = (url: string) =>
  catalog.datasets.find((dataset) => url === dataset.url || url.startsWith(`${dataset.url}/`));

function isOfArtificialAnalysis(score: {
  readonly reportedBy: string;
  readonly source: string;
}): boolean {
  const { hostname } = new URL(score.source);
  return (
    /artificial\s*analysis/i.test(score.reportedBy) ||
    /(^|\.)artificialanalysis\.ai$/.test(hostname)
  );
}

test('a condition of scores is written in one way, so that equal ones are ranked together', () => {
  const variants = new Set(
    catalog.models.flatMap(({ benchmarks = [] }) =>
      benchmarks.flatMap(({ variant }) => variant ?? []),
    ),
  );
  expect(variants.size).toBeGreaterThan(100);
  const spellings = Map.groupBy(variants, (variant) =>
    variant
      .toLowerCase()
      .split(/[\s,]+/)
      .toSorted()
      .join(' '),
  );
  expect([...spellings.values()].filter(({ length }) => length > 1)).toEqual([]);
});
