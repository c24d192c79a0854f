import { createRequire } from 'node:module';
import { collected, type JsonSchema } from './json-schema.ts';

interface Field {
  readonly type: string;
  readonly rule?: 'repeated';
  readonly keyType?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

interface Type {
  readonly fields?: Readonly<Record<string, Field>>;
  readonly values?: Readonly<Record<string, number>>;
  readonly nested?: Readonly<Record<string, Type>>;
}

const scalars: Readonly<Record<string, JsonSchema>> = {
  string: { type: 'string' },
  bytes: { type: 'string' },
  bool: { type: 'boolean' },
  int32: { type: 'integer' },
  float: { type: 'number' },
  double: { type: 'number' },
  'google.protobuf.Struct': { type: 'object' },
  'google.protobuf.Value': {},
};

/**
 * The JSON Schema of a message of the Gemini API, in JSON's spelling of protocol buffers.
 *
 * From v1beta, which describes all that v1 takes and the tools besides.
 *
 * @see https://protobuf.dev/programming-guides/json/
 */
export function geminiSchema(message: string): JsonSchema {
  const protos = createRequire(import.meta.url)(
    '@google-ai/generativelanguage/build/protos/protos.json',
  );
  const { v1beta } = protos.nested.google.nested.ai.nested.generativelanguage.nested;
  const types: Readonly<Record<string, Type>> = v1beta.nested;
  return collected(message, (name, refer) => {
    const schema = messageSchema(types, name, refer);
    // The server fills the outermost from the address.
    return name === message ? withoutNeed(schema, 'model') : schema;
  });
}

const withoutNeed = (schema: JsonSchema, key: string): JsonSchema => ({
  ...schema,
  required: (schema.required ?? []).filter((name) => name !== key),
});

function messageSchema(
  types: Readonly<Record<string, Type>>,
  name: string,
  refer: (name: string) => JsonSchema,
): JsonSchema {
  const type = typeAt(types, name);
  if (type?.values) return { type: 'string', enum: Object.keys(type.values) };
  if (!type) return {};
  const fields = Object.entries(type.fields ?? {});
  return {
    type: 'object',
    additionalProperties: false,
    required: fields
      .filter(([, { options }]) => options?.['(google.api.field_behavior)'] === 'REQUIRED')
      .map(([key]) => key),
    // A parser takes either spelling of a name.
    properties: Object.fromEntries(
      fields.flatMap(([key, field]) => {
        const schema = fieldSchema(types, name, field, refer);
        return [key, snakeCase(key)].map((spelling) => [spelling, schema]);
      }),
    ),
  };
}

const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function fieldSchema(
  types: Readonly<Record<string, Type>>,
  owner: string,
  { type, rule, keyType }: Field,
  refer: (name: string) => JsonSchema,
): JsonSchema {
  const isNested = typeAt(types, `${owner}.${type}`) !== undefined;
  const value = scalars[type] ?? refer(isNested ? `${owner}.${type}` : type);
  if (keyType !== undefined) return { type: 'object', additionalProperties: value };
  return rule === 'repeated' ? { type: 'array', items: value } : value;
}

function typeAt(types: Readonly<Record<string, Type>>, name: string): Type | undefined {
  const [first = '', ...rest] = name.split('.');
  return rest.reduce<Type | undefined>((type, part) => type?.nested?.[part], types[first]);
}
