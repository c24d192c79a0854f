import { html } from 'hono/html';
import type { CatalogIndex } from './catalog-index.ts';
import { apiDocument } from './openapi.ts';
import type { StaticFile } from './static-site.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: {
    readonly enum?: readonly unknown[];
    readonly default?: unknown;
    readonly type?: string;
  };
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
  readonly security?: readonly unknown[];
}

/** The OpenAPI document as a page: every operation with a form to try it, without a script. */
export function docsPage(
  site: ReadonlyMap<string, StaticFile>,
  { catalog, publicUrl }: { readonly catalog: CatalogIndex; readonly publicUrl: string },
): string {
  const stylesheet = [...site.keys()].find((path) => /^\/assets\/.*\.css$/.test(path)) ?? '';
  const { info, paths } = apiDocument(publicUrl);
  // An address that a reader can follow at once needs a thing that the catalog has, whole.
  const isCallable = (slug: string): boolean => site.has(`/api/v1/models/${slug}/quickstart.sh`);
  const model = catalog.summaries.find(({ slug }) => isCallable(slug)) ?? catalog.summaries[0];
  const [benchmark] = catalog.bestScores.keys();
  const examples = {
    'models/{slug}': `models/${model?.slug}`,
    'providers/{id}': `providers/${model?.provider}`,
    'benchmarks/{id}': `benchmarks/${benchmark}`,
    'schema/{kind}': 'schema/model',
  };
  const exampleOf = (path: string): string =>
    Object.entries(examples).reduce(
      (address, [pattern, example]) => address.replace(pattern, example),
      `/api/v1${path}`,
    );
  const operations = Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => html`<section aria-labelledby="${operation.operationId}">
<h2 id="${operation.operationId}"><code>${method.toUpperCase()} ${path}</code></h2>
${operationText(operation)}
${method === 'get' ? tryForm(exampleOf(path), operation) : ''}
</section>`,
      ),
  );
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Model Tracker</title>
<meta name="description" content="Every address of the Model Tracker API, with what it takes and answers.">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<header class="masthead"><a class="wordmark" href="/">Model Tracker</a>
<nav aria-label="Main"><a href="/">Models</a> <a href="/docs" aria-current="page">API</a> <a href="/about">About</a></nav></header>
<main>
<h1>API reference</h1>
<p class="lead">${info.description}</p>
<p><a href="/api/v1/openapi.json">The same as an OpenAPI document</a></p>
${operations}
</main>
</body>
</html>`);
}

function operationText({ summary, description, responses = {}, security }: Operation) {
  const answers = Object.entries(responses).map(
    ([status, response]) => html`<li>${status}: ${response.description}</li>`,
  );
  return html`<p>${summary}. ${description} ${security ? 'For a signed-in user.' : ''}</p>
<ul class="small soft">${answers}</ul>`;
}

function tryForm(address: string, { parameters = [] }: Operation) {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const fields = query.map(
    (parameter) =>
      html`<label>${parameter.name}${parameter.required ? ' (required)' : ''} ${field(parameter)}</label> `,
  );
  return html`<form class="filters" action="${address}">
${fields.length > 0 ? html`<p>${fields}</p>` : ''}
<button type="submit">Try ${address}</button></form>`;
}

const field = ({ name, description, schema }: Parameter) =>
  schema?.enum
    ? html`<select name="${name}"><option value="">any</option>${schema.enum.map((value) => html`<option>${String(value)}</option>`)}</select>`
    : html`<input type="text" name="${name}" placeholder="${String(schema?.default ?? '')}" title="${description ?? ''}">`;
