import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { CatalogDocument } from '../../src/shapes/catalog-document.ts';
import type { ModelDocument } from '../../src/shapes/model.ts';
import type { ModelSummary } from '../../src/shapes/model-summary.ts';
import {
  builtJson,
  builtPaths,
  builtText,
  endpointOf,
  type SiteName,
  sites,
} from './built-files.ts';

interface Document<Data> {
  readonly schemaVersion: number;
  readonly catalogVersion: string;
  readonly total?: number;
  readonly data: Data;
}

/** Says what is wrong with a document by the schema that the built OpenAPI document has for its path. */
function faultFinder(site: SiteName): (path: string, value: unknown) => string | undefined {
  const openApi = builtJson<{ paths: Record<string, unknown> }>(site, 'openapi.json');
  const ajv = new Ajv2020({ allErrors: true });
  formats.default(ajv);
  ajv.addVocabulary(Object.keys(openApi));
  ajv.addSchema(openApi, 'openapi.json');
  const validators = new Map(
    Object.keys(openApi.paths).map((endpoint) => {
      const place = `${pointerPart(endpoint)}/get/responses/200/content/application~1json/schema`;
      return [endpoint, ajv.getSchema(`openapi.json#/paths/${place}`)];
    }),
  );
  return (path, value) => {
    const isValid = validators.get(endpointOf([...validators.keys()], path) ?? '');
    if (!isValid) return `${path} has no schema`;
    return isValid(value) ? undefined : `${path}: ${ajv.errorsText(isValid.errors)}`;
  };
}

/** A name as a part of a JSON pointer in a URL (RFC 6901). */
const pointerPart = (name: string): string =>
  encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

const hasResponseSchema = (path: string): boolean =>
  path.endsWith('.json') && !path.startsWith('/schema/') && path !== '/openapi.json';

const documentPaths = (site: SiteName): readonly string[] =>
  builtPaths(site).filter(hasResponseSchema);

describe.each(sites)('%s', (site) => {
  test('every document fits the schema that OpenAPI has for its path', () => {
    const faultIn = faultFinder(site);
    const faults = documentPaths(site).flatMap(
      (path) => faultIn(path, builtJson(site, path)) ?? [],
    );
    expect(faults).toEqual([]);
  });

  test('every document has the envelope, and a list tells how long it is', () => {
    const { catalogVersion } = builtJson<Document<unknown>>(site, 'catalog.json');
    for (const path of documentPaths(site)) {
      const document = builtJson<Document<unknown>>(site, path);
      expect(document, path).toMatchObject({ schemaVersion: 1, catalogVersion });
      const isList = Array.isArray(document.data);
      expect(document.total, path).toBe(isList ? (document.data as unknown[]).length : undefined);
    }
  });

  test('null is written nowhere', () => {
    const paths = builtPaths(site).filter((path) => path.endsWith('.json'));
    expect(paths.filter((path) => holdsNull(builtJson(site, path)))).toEqual([]);
  });

  test.each(['news.json', 'changes.json'])('%s is newest first', (path) => {
    const { data } = builtJson<Document<readonly { readonly date: string }[]>>(site, path);
    const days = data.map(({ date }) => date);
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted().reverse());
  });

  test('no change is after the day of the catalog, and each price is one of its model’s', () => {
    const { data } = builtJson<Document<CatalogDocument>>(site, 'catalog.json');
    const models = new Map(data.models.map((model) => [model.slug, model]));
    expect(data.changes.filter(({ date }) => date > data.day)).toEqual([]);
    const prices = data.changes.filter((change) => change.kind === 'price');
    expect(prices.length).toBeGreaterThan(0);
    for (const { id, date, model, before, after } of prices) {
      const pricing = models.get(model)?.pricing ?? [];
      const index = pricing.findIndex(({ from }) => from === date);
      expect(pricing[index - 1], id).toMatchObject(before);
      expect(pricing[index], id).toMatchObject(after);
    }
  });

  test('the models are sorted by slug', () => {
    const { data } = builtJson<Document<ModelSummary[]>>(site, 'models.json');
    const slugs = data.map(({ slug }) => slug);
    expect(slugs).toEqual(slugs.toSorted());
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  test('an alias holds the document of the model that was meant', () => {
    const { data } = builtJson<Document<CatalogDocument>>(site, 'catalog.json');
    const aliases = Object.entries(data.aliases);
    expect(aliases.length).toBeGreaterThan(1);
    for (const [alias, slug] of aliases) {
      expect(builtText(site, `models/${alias}.json`), alias).toBe(
        builtText(site, `models/${slug}.json`),
      );
    }
  });

  test('an identifier of another catalog or provider leads to a model', () => {
    const { data } = builtJson<Document<CatalogDocument>>(site, 'catalog.json');
    const slugs = new Set(data.models.map(({ slug }) => slug));
    const { providers, ...catalogs } = data.identifiers;
    const found = [...Object.values(catalogs), ...Object.values(providers)].flatMap(Object.values);
    expect(found.length).toBeGreaterThan(4);
    expect(found.filter((slug) => !slugs.has(slug))).toEqual([]);
  });

  test('the catalog document holds what the documents of its parts hold', () => {
    const { data } = builtJson<Document<CatalogDocument>>(site, 'catalog.json');
    const partOf = (path: string) => builtJson<Document<unknown>>(site, path).data;
    for (const model of data.models) {
      const { quickstarts, ...facts } = partOf(`models/${model.slug}.json`) as ModelDocument;
      expect(facts).toEqual(model);
      expect(partOf(`models/${model.slug}/quickstarts.json`)).toEqual(quickstarts);
    }
    for (const { id, ...benchmark } of data.benchmarks) {
      expect(partOf(`benchmarks/${id}.json`)).toEqual({ id, ...benchmark });
    }
    expect(partOf('providers.json')).toEqual(data.providers);
    expect(partOf('identifiers.json')).toEqual(data.identifiers);
    expect(partOf('sources.json')).toEqual(data.sources);
    expect(partOf('news.json')).toEqual(data.news);
    expect(partOf('changes.json')).toEqual(data.changes);
    expect(partOf('corrections.json')).toEqual(data.corrections);
  });
});

test.each([
  ['a field of no schema', { views: 12 }],
  ['a null', { family: null }],
  ['a status that there is not', { status: 'dead' }],
  ['a date that is in no calendar', { lifecycle: { deprecationDate: '2026-02-31' } }],
  ['a price of nothing', { price: { from: '2026-01-01', input: 0, source: 'https://a.example' } }],
])('a model document with %s fits no schema', (_, fault) => {
  const path = '/models/aurora-1.json';
  const { data, ...head } = builtJson<Document<object>>('fixtureSite', path);
  const faultIn = faultFinder('fixtureSite');
  expect(faultIn(path, { ...head, data })).toBeUndefined();
  expect(faultIn(path, { ...head, data: { ...data, ...fault } })).toContain(path);
});

function holdsNull(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some(holdsNull);
}
