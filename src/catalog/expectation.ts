import { z } from 'zod';
import { dateFixes, datePattern, slugSource } from './schema/primitives.ts';
import type { FieldPath } from './source-file.ts';

/** What a field takes, as its JSON Schema tells. */
export interface Field {
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
}

/** What a field must hold, in words: its type or values, and its description. */
export function expectation(schema: z.ZodType, path: FieldPath): string {
  const field = fieldAt(schema, path);
  const kind = kindInWords(field);
  return field?.description ? `${kind} (${field.description})` : kind;
}

/** The keys that a map may have. */
export const knownKeys = (schema: z.ZodType, path: FieldPath): readonly string[] =>
  Object.keys(fieldAt(schema, path)?.properties ?? {});

/** Whether a field takes a date: a day, or a day or month. */
export const isDate = ({ format, pattern }: Field): boolean =>
  format === 'date' || pattern === datePattern;

/** Whether a field takes a slug. */
export const isSlugField = ({ pattern }: Field): boolean => pattern === slugSource;

/** How a date is written, for a field that takes one. */
export function dateFix(schema: z.ZodType, path: FieldPath): string | undefined {
  const field = fieldAt(schema, path);
  if (field?.format === 'date') return dateFixes.day;
  return field?.pattern === datePattern ? dateFixes.dayOrMonth : undefined;
}

/** A type as a noun with its article: "a whole number", "text". */
export const typeInWords = (type: string): string => typeNames[type] ?? `a ${type}`;

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  integer: 'a whole number',
  array: 'a list',
  object: 'a map of keys',
  boolean: 'true or false',
};

function kindInWords(field: Field | undefined): string {
  if (field?.enum) return `one of ${field.enum.join(', ')}`;
  if (field?.format === 'date') return 'a day, YYYY-MM-DD';
  if (field?.pattern === datePattern) return 'a day or a month, YYYY-MM-DD or YYYY-MM';
  if (field?.format === 'uri') return 'an address on the web';
  return typeInWords(field?.type ?? 'value');
}

// One description of each schema serves the editors, the endpoints and these messages.
const jsonSchemas = new WeakMap<z.ZodType, Field>();

/** What a schema takes at a path. */
export function fieldAt(schema: z.ZodType, path: FieldPath): Field | undefined {
  const root =
    jsonSchemas.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as Field);
  jsonSchemas.set(schema, root);
  return path.reduce<Field | undefined>(
    (field, key) => (typeof key === 'number' ? field?.items : field?.properties?.[key]),
    root,
  );
}
