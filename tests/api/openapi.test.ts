import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { declaredRoutes } from '../../api/api-routes.ts';
import { noCounts } from '../../api/db/counts.ts';
import { apiDocument } from '../../api/openapi.ts';
import { openApiDocument } from '../../src/shapes/openapi.ts';
import { faultIn } from './described-answers.ts';
import { liveApp, publicUrl } from './live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: { readonly type?: unknown };
  }[];
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const document = apiDocument(publicUrl);
const { paths } = JSON.parse(JSON.stringify(document)) as { readonly paths: Paths };
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const files = openApiDocument(publicUrl).paths;
const live = operations.filter(({ path }) => !(path in files));

const named = (routes: readonly { readonly method: string; readonly path: string }[]) =>
  [...new Set(routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`))].toSorted();

test('the document has exactly the routes that are declared and that the application has', () => {
  const registered = app.routes
    .filter(({ method, path }) => method !== 'ALL' && /^\/api\/v1\/[^*]+$/.test(path))
    .map(({ method, path }) => ({
      method,
      path: path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}'),
    }));
  expect(named(registered)).toEqual(named(declaredRoutes));
  expect(named(live)).toEqual(named(declaredRoutes));
});

test('the built document is this one', async () => {
  const built = await readFile(join(inject('fixtureSite'), 'api/v1/openapi.json'), 'utf8');
  const { paths: builtPaths, components } = JSON.parse(built) as typeof document;
  expect(builtPaths).toEqual(paths);
  expect(components).toEqual(JSON.parse(JSON.stringify(document.components)));
});

test('the server answers the document as it was built', async () => {
  const built = await readFile(join(inject('fixtureSite'), 'api/v1/openapi.json'), 'utf8');
  expect(await (await app.request('/api/v1/openapi.json')).text()).toBe(built);
});

test('every reference leads to a schema, and every schema is referred to', () => {
  const text = JSON.stringify(document);
  const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => String(to)));
  const schemas = Object.keys(document.components.schemas).map(
    (name) => `#/components/schemas/${name}`,
  );
  expect([...references].toSorted()).toEqual(schemas.toSorted());
});

test('every operation has an id of its own, which generated clients are named after', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(live.map(({ operation }) => operation.operationId)).toMatchInlineSnapshot(`
    [
      "listModels",
      "listPopular",
      "compareModels",
      "getModel",
      "listQuickstarts",
      "getPrice",
      "getStats",
      "listModelNews",
      "listModelDiscussions",
      "listModelJobs",
      "listNews",
      "listDiscussions",
      "listJobs",
      "pushNews",
      "pushDiscussions",
      "pushJobs",
      "newsAtom",
      "newsJson",
      "providerNewsAtom",
      "providerNewsJson",
      "modelNewsAtom",
      "modelNewsJson",
      "changesAtom",
      "changesJson",
      "myFeedAtom",
      "myFeedJson",
      "renewFeedKey",
      "postView",
      "toggleFollow",
      "putFollow",
      "deleteFollow",
      "getFollowStatus",
      "getMe",
      "deleteMe",
      "listMyFollows",
      "startSignIn",
      "finishSignIn",
      "signOut",
    ]
  `);
});

describe.each(operations)('$method $path', ({ path, operation }) => {
  const { parameters = [], responses, summary } = operation;

  test('names the parameters of its path, and a type for each parameter', () => {
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(inPath.map(({ name }) => name)).toEqual(wanted);
    expect(inPath.every(({ required }) => required)).toBe(true);
    for (const { name, schema } of parameters) {
      expect(JSON.stringify(schema), name).toMatch(/"type":"(string|integer|number)"/);
    }
  });

  test('says what it is and describes each answer', () => {
    expect(summary).toMatch(/^[A-Z]/);
    const answers = Object.entries(responses);
    expect(answers.length).toBeGreaterThan(1);
    for (const [status, { description }] of answers) expect(description, status).toMatch(/\w/);
  });
});

test('the types and bounds of what a list takes are those that are checked', () => {
  const list = paths['/models']?.['get']?.parameters ?? [];
  const schemas = Object.fromEntries(list.map(({ name, schema }) => [name, schema]));
  expect(schemas).toMatchObject({
    page: { type: 'integer', minimum: 1, default: 1 },
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    openWeights: { enum: ['true', 'false'] },
    minContext: { type: 'integer', minimum: 1 },
    maxInputPrice: { type: 'number', minimum: 0 },
    releasedAfter: { type: 'string', format: 'date' },
    sortOrder: { enum: ['asc', 'desc'] },
  });
});

describe('an answer that the document does not describe is caught', () => {
  const asked = { method: 'GET', pathname: '/api/v1/models/aurora-1/stats' };
  const json = (body: unknown, status = 200, type = 'application/json') =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });

  test.each([
    ['a field of no schema', json({ data: { ...noCounts, likes: 2 } })],
    ['a missing field', json({ data: { viewCount: 1 } })],
    ['a status of no answer', json({ data: {} }, 201)],
    ['another media type', json({ data: {} }, 200, 'text/plain')],
    ['a failure that is no problem details', json({ error: 'no' }, 404)],
    ['problem details without a title', json({ status: 404 }, 404, 'application/problem+json')],
    ['an empty body', new Response(null, { status: 200 })],
  ])('%s', async (_, response) => {
    expect(await faultIn(asked, response)).toBeDefined();
  });

  test('and one that it describes is not', async () => {
    expect(await faultIn(asked, json({ data: { ...noCounts, viewCount: 1 } }))).toBeUndefined();
  });
});
