import { z } from 'zod';
import { benchmarkShape, benchmarkSummaryShape } from './benchmark.ts';
import { catalogShape } from './catalog-document.ts';
import { changeShape } from './change.ts';
import { correctionShape } from './correction.ts';
import { documentShape, listShape, schemaVersion } from './envelope.ts';
import { identifiersShape } from './identifiers.ts';
import { modelShape } from './model.ts';
import { modelSummaryShape } from './model-summary.ts';
import { noticeShape } from './notice.ts';
import { providerShape, providerSummaryShape } from './provider.ts';
import { quickstartShape } from './quickstart.ts';
import { sourceShape } from './source.ts';

interface Endpoint {
  readonly summary: string;
  readonly shape?: z.ZodType;
  readonly mediaType?: string;
  /** What the path's parameter is. */
  readonly parameter?: string;
}

/** The prebuilt JSON files by path below `/api/v1`, each with its shape. */
export const staticEndpoints: Readonly<Record<string, Endpoint>> = {
  '/models.json': {
    summary: 'Every model, summary fields, by slug',
    shape: listShape(modelSummaryShape),
  },
  '/models.csv': { summary: 'The summary table as CSV (RFC 4180)', mediaType: 'text/csv' },
  '/models/{slug}.json': {
    summary: 'One model, everything; an alias holds the document of the model that was meant',
    shape: documentShape(modelShape),
    parameter: 'slug or alias of a model',
  },
  '/models/{slug}/quickstarts.json': {
    summary: 'Code that calls a model, by provider, variant and language',
    shape: listShape(quickstartShape),
    parameter: 'slug or alias of a model',
  },
  '/models/{slug}/quickstart.sh': {
    summary: 'The first of them in curl; not there where a model is served by nobody',
    mediaType: 'text/plain',
    parameter: 'slug or alias of a model',
  },
  '/models/{slug}/quickstart.py': {
    summary: 'The first of them in Python',
    mediaType: 'text/plain',
    parameter: 'slug or alias of a model',
  },
  '/models/{slug}/quickstart.ts': {
    summary: 'The first of them in TypeScript',
    mediaType: 'text/plain',
    parameter: 'slug or alias of a model',
  },
  '/providers.json': {
    summary: 'Every organisation that makes or serves models',
    shape: listShape(providerSummaryShape),
  },
  '/providers/{id}.json': {
    summary: 'One organisation with its models',
    shape: documentShape(providerShape),
    parameter: 'id of a provider',
  },
  '/benchmarks.json': {
    summary: 'Every benchmark: what a score means',
    shape: listShape(benchmarkSummaryShape),
  },
  '/benchmarks/{id}.json': {
    summary: 'One benchmark with its results, ranked within equal conditions',
    shape: documentShape(benchmarkShape),
    parameter: 'id of a benchmark',
  },
  '/sources.json': {
    summary: 'Every outside place whose items are linked to models',
    shape: listShape(sourceShape),
  },
  '/news.json': {
    summary: 'The catalog’s own news of models, newest first',
    shape: listShape(noticeShape),
  },
  '/changes.json': {
    summary: 'What happened to the models and when, newest first: releases, prices, ends, scores',
    shape: listShape(changeShape),
  },
  '/corrections.json': {
    summary: 'Outside items that a person tied to models or cut from them',
    shape: listShape(correctionShape),
  },
  '/catalog.json': {
    summary: 'All of the catalog in one document, for clients that mirror it',
    shape: documentShape(catalogShape),
  },
  '/identifiers.json': {
    summary: 'Other catalogs’ and providers’ ids → our slugs',
    shape: documentShape(identifiersShape),
  },
  '/schema/{kind}.schema.json': {
    summary: 'JSON Schema (2020-12) of the YAML of one kind of file',
    parameter: 'model, provider, benchmark, dataset, source, notice, correction or protocol',
  },
  '/openapi.json': { summary: 'This document (OpenAPI 3.1)' },
};

/** The OpenAPI 3.1 document of the catalog's endpoints. @see https://spec.openapis.org/oas/v3.1.1.html */
export function openApiDocument(publicUrl: string) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Model Tracker',
      version: String(schemaVersion),
      description:
        'The open catalog of language models. A client is safe that keeps to this major version, follows redirects, and tolerates new fields and new enum values. A fact that is not known is absent; null is never written. Prices are US dollars per million tokens.',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths: Object.fromEntries(
      Object.entries(staticEndpoints).map(([path, endpoint]) => [path, pathItem(path, endpoint)]),
    ),
    components: { schemas: componentSchemas() },
  };
}

function pathItem(path: string, { summary, shape, mediaType, parameter }: Endpoint) {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  return {
    get: {
      operationId: operationId(path),
      summary,
      ...(name && {
        parameters: [
          { name, in: 'path', required: true, description: parameter, schema: { type: 'string' } },
        ],
      }),
      responses: {
        200: {
          description: summary,
          content: shape
            ? { 'application/json': { schema: reference(shape) } }
            : { [mediaType ?? 'application/json']: {} },
        },
        304: { description: 'Unchanged since the ETag that was sent' },
        ...(name && { 404: { description: 'There is no such thing' } }),
      },
    },
  };
}

/** `/models/{slug}.json` → `getModelsSlugJson`. */
const operationId = (path: string): string =>
  `get${path
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

const component = (id: string): string => `#/components/schemas/${id}`;

/** The schema of an envelope, its named parts by reference. */
function reference(shape: z.ZodType) {
  const { $schema: _schema, $defs: _named, ...schema } = z.toJSONSchema(shape);
  return JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', component('')));
}

function componentSchemas(): Record<string, unknown> {
  const shapes = Object.values(staticEndpoints).flatMap(({ shape }) => shape ?? []);
  const named = shapes.map((shape) => z.toJSONSchema(shape).$defs ?? {});
  const all: Record<string, unknown> = Object.assign({}, ...named);
  return JSON.parse(
    JSON.stringify(Object.fromEntries(Object.entries(all).toSorted())).replaceAll(
      '#/$defs/',
      component(''),
    ),
  );
}
