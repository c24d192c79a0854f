import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Hono } from 'hono';
import { apiDocument } from '../../api/openapi.ts';

interface Answer {
  readonly content?: Readonly<Record<string, unknown>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Answer>>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const document = apiDocument('http://tracker.test');
const { paths } = JSON.parse(JSON.stringify(document)) as { readonly paths: Paths };
const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
ajv.addVocabulary(Object.keys(document));
ajv.addSchema(document, 'openapi.json');

// The most literal first: neither /models/compare nor /models/x.json is of /models/{slug}.
const templates = Object.keys(paths)
  .map((path) => ({ path, literal: path.replace(/\{\w+\}/g, '') }))
  .toSorted((one, other) => other.literal.length - one.literal.length)
  .map(({ path }) => ({
    path,
    pattern: new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));

/** An application that throws where it gives an answer that its OpenAPI document does not describe. */
export function described(app: Hono): Hono {
  const { request } = app;
  app.request = async (input, init, ...rest) => {
    const response = await request(input, init, ...rest);
    const asked = input instanceof Request ? input : undefined;
    const { pathname } = new URL(asked?.url ?? String(input), 'http://tracker.test');
    const method = (asked?.method ?? init?.method ?? 'GET').toUpperCase();
    const fault = await faultIn({ method, pathname }, response.clone());
    if (fault) throw new Error(`${method} ${pathname} answers ${response.status}: ${fault}`);
    return response;
  };
  return app;
}

/** What is wrong with an answer by the document, if anything. */
export async function faultIn(
  { method, pathname }: { readonly method: string; readonly pathname: string },
  response: Response,
): Promise<string | undefined> {
  const [mediaType = ''] = (response.headers.get('Content-Type') ?? '').split(';');
  const path = templates.find(({ pattern }) => pattern.test(pathname))?.path ?? '';
  const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
  const operation = paths[path]?.[verb];
  const isProblem = mediaType === 'application/problem+json' && method !== 'HEAD';
  if (!operation || (isProblem && /\.(json|csv|sh|py|ts)$/.test(path))) {
    const problem = ajv.getSchema('openapi.json#/components/schemas/Problem');
    return isProblem ? bodyFault(problem, response) : undefined;
  }
  const status = String(response.status) in operation.responses ? response.status : 'default';
  const content = operation.responses[status]?.content ?? {};
  // Compressed copies are of files, whose plain bytes are checked against the same document.
  if (response.headers.has('Content-Encoding')) return undefined;
  const body = await response.clone().text();
  if (status === 'default' && response.ok) return 'not described';
  if (body === '')
    return method === 'HEAD' || !('application/json' in content) ? undefined : 'empty';
  if (!(mediaType in content)) return `${mediaType} is not described`;
  const place = [path, verb, 'responses', String(status), 'content', mediaType].map(pointerPart);
  // What is no JSON has a schema that says no more than that it is text.
  if (!/json$/.test(mediaType)) return undefined;
  if (!JSON.stringify(content[mediaType]).includes('schema')) return undefined;
  return bodyFault(ajv.getSchema(`openapi.json#/paths/${place.join('/')}/schema`), response);
}

async function bodyFault(
  isValid: ValidateFunction | undefined,
  response: Response,
): Promise<string | undefined> {
  if (!isValid) return 'there is no schema';
  const isText = response.headers.get('Content-Type')?.startsWith('text/');
  const value: unknown = isText ? await response.text() : await response.json();
  return isValid(value) ? undefined : ajv.errorsText(isValid.errors);
}

/** A name as a part of a JSON pointer in a URL (RFC 6901). */
const pointerPart = (name: string): string =>
  encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
