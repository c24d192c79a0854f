import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../src/shapes/openapi.ts';
import { builtJson, builtPaths, endpointOf, sites } from './built-files.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
}

const openApi = (site: (typeof sites)[number]): OpenApi => builtJson(site, 'openapi.json');

const { paths: files } = openApiDocument('https://tracker.example');

/** The operations of the prebuilt files by path. */
const prebuilt = (site: (typeof sites)[number]): ReadonlyMap<string, Operation> =>
  new Map(
    Object.entries(openApi(site).paths)
      .filter(([path]) => path in files)
      .map(([path, { get }]) => [path, get]),
  );

test('the document is valid OpenAPI 3.1', async () => {
  const document = openApi('fixtureSite');
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(await new Validator().validate({ ...document })).toEqual({ valid: true });
});

test('a document without its info is not taken for valid', async () => {
  const { info: _, ...document } = builtJson<Record<string, unknown>>(
    'fixtureSite',
    'openapi.json',
  );
  expect(await new Validator().validate(document)).toMatchObject({ valid: false });
});

describe.each(sites)('%s', (site) => {
  test('the document names exactly the files that are built', () => {
    const endpoints = [...prebuilt(site).keys()];
    const built = builtPaths(site).map((path) => endpointOf(endpoints, path) ?? `${path} itself`);
    expect([...new Set(built)].toSorted()).toEqual(endpoints.toSorted());
  });
});

test('every reference leads to a schema', () => {
  const document = openApi('fixtureSite');
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, reference]) => String(reference),
  );
  expect(references.length).toBeGreaterThan(5);
  expect(references.filter((reference) => valueAt(document, reference) === undefined)).toEqual([]);
});

test('every prebuilt operation has an id of its own, its parameters, and says what it answers', () => {
  const operations = [...prebuilt('fixtureSite')];
  const ids = operations.map(([, { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [path, { parameters = [], responses }] of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.map(({ name }) => name)).toEqual(named);
    expect(Object.keys(responses), path).toEqual(
      named.length > 0 ? ['200', '304', '404'] : ['200', '304'],
    );
  }
});

test('the operation ids, which generated clients are named after, stay as they are', () => {
  const operations = [...prebuilt('fixtureSite').values()].map(({ operationId }) => operationId);
  expect(operations).toMatchInlineSnapshot(`
    [
      "getModelsJson",
      "getModelsCsv",
      "getModelsSlugJson",
      "getModelsSlugQuickstartsJson",
      "getModelsSlugQuickstartSh",
      "getModelsSlugQuickstartPy",
      "getModelsSlugQuickstartTs",
      "getProvidersJson",
      "getProvidersIdJson",
      "getBenchmarksJson",
      "getBenchmarksIdJson",
      "getSourcesJson",
      "getNewsJson",
      "getChangesJson",
      "getCorrectionsJson",
      "getCatalogJson",
      "getIdentifiersJson",
      "getSchemaKindSchemaJson",
      "getOpenapiJson",
    ]
  `);
});

/** What stands at a reference within a document, `#/components/schemas/Model`. */
const valueAt = (document: unknown, reference: string): unknown =>
  reference
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([key]) => key === part)?.[1]
          : undefined,
      document,
    );
