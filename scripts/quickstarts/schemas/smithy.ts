import { collected, type JsonSchema } from './json-schema.ts';

// The numbers by which the AWS SDK writes Smithy's types down in its packages.
const simple: ReadonlyMap<number, JsonSchema> = new Map([
  [0, { type: 'string' }],
  [1, { type: 'number' }],
  [2, { type: 'boolean' }],
  [15, {}],
  [21, { type: 'string' }],
]);
const [listKind, mapKind, structureKind, unionKind] = [1, 2, 3, 4];
const listOf = 64;
const mapOf = 128;

/**
 * The JSON Schema of a structure that the AWS SDK carries.
 *
 * @param inAddress names of its members that travel in the address
 * @see https://smithy.io/2.0/spec/aggregate-types.html
 */
export function smithySchema(root: unknown, inAddress: readonly string[]): JsonSchema {
  const known = new Map<string, readonly unknown[]>();
  const nameOf = (schema: readonly unknown[]): string => {
    const name = String(schema[2]);
    known.set(name, schema);
    return name;
  };
  const top = nameOf(root as readonly unknown[]);
  return collected(top, (name, refer) => {
    const schemaOf = (member: unknown): JsonSchema => {
      const schema = unwrapped(member);
      if (Array.isArray(schema)) return refer(nameOf(schema));
      return typeof schema === 'number' ? simpleSchema(schema) : {};
    };
    const [kind, , , , members, values, required] = known.get(name) ?? [];
    // A list and a map say what they hold where the others have the names of their members.
    if (kind === listKind) return { type: 'array', items: schemaOf(members) };
    if (kind === mapKind) return { type: 'object', additionalProperties: schemaOf(values) };
    const keys = (members as readonly string[]).map((key, index) => ({ key, index }));
    const inBody = keys.filter(({ key }) => name !== top || !inAddress.includes(key));
    const properties = Object.fromEntries(
      inBody.map(({ key, index }) => [key, schemaOf((values as readonly unknown[])[index])]),
    );
    const object: JsonSchema = { type: 'object', properties, additionalProperties: false };
    if (kind === unionKind) return { ...object, minProperties: 1, maxProperties: 1 };
    if (kind !== structureKind) throw new Error(`Smithy's ${name} is of the unknown kind ${kind}.`);
    const count = Number(required ?? 0);
    return {
      ...object,
      required: inBody.filter(({ index }) => index < count).map(({ key }) => key),
    };
  });
}

/** A member is a schema, a function that gives it, or one of these with traits. */
function unwrapped(member: unknown): unknown {
  if (typeof member === 'function') return unwrapped(member());
  if (Array.isArray(member) && typeof member[1] !== 'string') return unwrapped(member[0]);
  return member;
}

function simpleSchema(type: number): JsonSchema {
  const known = simple.get(type);
  if (known) return known;
  if (type >= mapOf)
    return { type: 'object', additionalProperties: simple.get(type - mapOf) ?? {} };
  if (type >= listOf) return { type: 'array', items: simple.get(type - listOf) ?? {} };
  return {};
}
