import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { type FieldPath, foundText, problemAt, type SourceFile } from './source-file.ts';

type Issue = z.core.$ZodIssue;

/** Checks a file's value against the schema of its kind: the value, or every fault in it. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  file: SourceFile,
): { readonly value: z.infer<Schema> } | { readonly problems: readonly Problem[] } {
  const result = schema.safeParse(file.value);
  if (result.success) return { value: result.data };
  return {
    problems: result.error.issues.flatMap((issue) => issueProblems(schema, file, issue)),
  };
}

/** "; did you mean …?", when one of the names is near enough to be a slip of the pen. */
export function suggestion(found: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const nearest = closest(found, [...names]);
  const isNear =
    distance(found.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, found.length / 3);
  return isNear ? `; did you mean "${nearest}"?` : '.';
}

function issueProblems(schema: z.ZodType, file: SourceFile, issue: Issue): readonly Problem[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) =>
      problemAt(
        file,
        [...path, key],
        {
          code: 'unknown-key',
          message: `Unknown key "${key}"${suggestion(key, known)}`,
          expected: `one of ${known.join(', ')}`,
          fix: 'Rename the key, or remove it.',
        },
        'key',
      ),
    );
  }
  const isMissing =
    issue.code === 'invalid_type' && foundText(file, path) === undefined && path.length > 0;
  if (isMissing) {
    return [
      problemAt(file, path, {
        code: 'missing-key',
        message: `"${path.join('.')}" is missing.`,
        expected: expectation(schema, path, issue),
        fix: `Add "${path.at(-1)}:" with what a source says.`,
      }),
    ];
  }
  return [
    problemAt(file, path, {
      ...issueWords(schema, path, file, issue),
      found: foundText(file, path),
    }),
  ];
}

function issueWords(
  schema: z.ZodType,
  path: FieldPath,
  file: SourceFile,
  issue: Issue,
): Omit<Problem, 'file' | 'line' | 'column' | 'length'> {
  const field = path.join('.');
  const expected = expectation(schema, path, issue);
  if (issue.code === 'custom') {
    const { code, fix, expected: told } = issue.params as Record<string, string>;
    return { code: code ?? 'wrong-value', message: issue.message, expected: told ?? expected, fix };
  }
  if (issue.code === 'invalid_value') {
    const found = foundText(file, path) ?? '';
    const names = issue.values.map(String);
    return {
      code: 'unknown-value',
      message: `"${found}" is no value of ${field}${suggestion(found, names)}`,
      expected,
      fix: 'Choose one of these values.',
    };
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    return {
      code: issue.code === 'too_small' ? 'too-small' : 'too-large',
      message: sizeMessage(field, issue),
      expected,
      fix: 'Compare with the source: units, zeros and the decimal point.',
    };
  }
  if (issue.code === 'invalid_type') {
    return {
      code: 'wrong-type',
      message: `"${field}" is not ${article(typeName(issue.expected))}.`,
      expected,
      fix:
        issue.expected === 'string'
          ? 'Put the value in quotes if it is meant as text.'
          : 'Write the bare value, without quotes or units.',
    };
  }
  return { code: 'wrong-value', message: `"${field}" is not written as it must be.`, expected };
}

function sizeMessage(field: string, issue: Issue & { code: 'too_small' | 'too_big' }): string {
  const [limit, word] =
    issue.code === 'too_small'
      ? [issue.minimum, issue.inclusive ? 'at least' : 'more than']
      : [issue.maximum, issue.inclusive ? 'at most' : 'less than'];
  if (issue.origin === 'string') return `"${field}" must have ${word} ${limit} characters.`;
  if (issue.origin === 'array')
    return `"${field}" must have ${word} ${limit} ${limit === 1 ? 'entry' : 'entries'}.`;
  return `"${field}" must be ${word} ${limit}.`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'whole number',
  array: 'list',
  object: 'map of keys',
  boolean: 'true or false',
};
const typeName = (expected: string): string => typeNames[expected] ?? expected;
const article = (noun: string): string => (/^(text|true)/.test(noun) ? noun : `a ${noun}`);

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** What a field must hold, in words: its type or values, and its description. */
function expectation(schema: z.ZodType, path: FieldPath, issue: Issue): string {
  const field = fieldSchema(schema, path);
  const values = issue.code === 'invalid_value' ? issue.values.map(String) : field?.enum;
  const kind = values
    ? `one of ${values.join(', ')}`
    : article(typeName(field?.type === 'integer' ? 'int' : (field?.type ?? 'value')));
  return field?.description ? `${kind} (${field.description})` : kind;
}

const knownKeys = (schema: z.ZodType, path: FieldPath): readonly string[] =>
  Object.keys(fieldSchema(schema, path)?.properties ?? {});

// One description of each schema serves the editors, the endpoints and these messages.
const jsonSchemas = new WeakMap<z.ZodType, JsonSchema>();

function fieldSchema(schema: z.ZodType, path: FieldPath): JsonSchema | undefined {
  const root =
    jsonSchemas.get(schema) ??
    (z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as JsonSchema);
  jsonSchemas.set(schema, root);
  return path.reduce<JsonSchema | undefined>(
    (field, key) => (typeof key === 'number' ? field?.items : field?.properties?.[key]),
    root,
  );
}
