import { ConverseRequest$ } from '@aws-sdk/client-bedrock-runtime';
import { Ajv, type ValidateFunction } from 'ajv';
import type { JsonSchema } from './json-schema.ts';
import { geminiSchema } from './protobuf.ts';
import { smithySchema } from './smithy.ts';
import { typescriptSchemas } from './typescript.ts';

/** Tells what is wrong with a request body, one fault a line; nothing when it fits. */
export type BodyCheck = (body: unknown) => readonly string[];

/** The checks of request bodies by the name of their type, each made when it is first asked for. */
export function bodyChecks(): (type: string) => BodyCheck {
  const made = new Map<string, BodyCheck>();
  const ofTypes = typescriptSchemas();
  const schemaOf = (type: string): JsonSchema => {
    if (type === 'GenerateContentRequest' || type === 'BatchEmbedContentsRequest') {
      return geminiSchema(type);
    }
    return type === 'ConverseRequest' ? smithySchema(ConverseRequest$, ['modelId']) : ofTypes(type);
  };
  return (type) => {
    const check = made.get(type) ?? bodyCheck(schemaOf(type));
    made.set(type, check);
    return check;
  };
}

/** A check by a schema, which also refuses keys at the top that the schema does not name. */
export function bodyCheck(schema: JsonSchema): BodyCheck {
  // Unoptimised code is ready in a fifth of the time, and each check runs a few times only.
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    logger: false,
    code: { optimize: false },
    inlineRefs: false,
  });
  const validate = ajv.compile(schema);
  const known = topKeys(schema, schema);
  return (body) => {
    if (typeof body !== 'object' || body === null) return ['the body is no JSON object'];
    const unknown = Object.keys(body).filter((key) => !known.has(key));
    if (unknown.length > 0) return unknown.map((key) => `the schema knows no key "${key}"`);
    return validate(body) ? [] : faults(validate);
  };
}

function topKeys(root: JsonSchema, schema: JsonSchema): ReadonlySet<string> {
  const name = schema.$ref?.replace('#/definitions/', '');
  const referred = name === undefined ? undefined : root.definitions?.[decodeURIComponent(name)];
  const parts = [...(referred ? [referred] : []), ...(schema.anyOf ?? [])];
  return new Set([
    ...Object.keys(schema.properties ?? {}),
    ...parts.flatMap((part) => [...topKeys(root, part)]),
  ]);
}

// Of a union every branch tells why it does not fit; the deepest place is where the fault lies.
function faults({ errors }: ValidateFunction): readonly string[] {
  const told = (errors ?? []).filter(({ keyword }) => keyword !== 'anyOf');
  const depth = ({ instancePath }: { readonly instancePath: string }): number =>
    instancePath.split('/').length;
  const deepest = Math.max(...told.map(depth));
  const nearest = told.filter((error) => depth(error) === deepest).slice(0, 5);
  return [
    ...new Set(
      nearest.map(({ instancePath, message, params }) =>
        [instancePath || 'the body', message, params['additionalProperty']]
          .filter(Boolean)
          .join(' '),
      ),
    ),
  ];
}
