import type { z } from 'zod';
import { dateFix, expectation, knownKeys, typeInWords } from './expectation.ts';
import type { Problem } from './problem.ts';
import { type SoundPart, soundPart } from './sound-part.ts';
import {
  type FieldPath,
  foundText,
  problemAt,
  problemAtText,
  type SourceFile,
  valueAt,
} from './source-file.ts';
import { suggestion } from './suggestion.ts';

type Issue = z.core.$ZodIssue;

/** Checks a file's value against the schema of its kind: the value, or every fault in it and what is sound all the same. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  file: SourceFile,
):
  | { readonly value: z.infer<Schema> }
  | {
      readonly problems: readonly Problem[];
      readonly sound: SoundPart<z.infer<Schema>> | undefined;
    } {
  const result = schema.safeParse(file.value);
  const { faults } = file;
  if (result.success && faults.length === 0) return { value: result.data };
  // What is empty or oddly written is told once, not again as the wrong type or for what it lacks.
  const isTold = (issue: Issue): boolean =>
    faults.some(({ path }) => `${issue.path.join('.')}.`.startsWith(`${path.join('.')}.`));
  const issues = (result.error?.issues ?? []).filter((issue) => !isTold(issue));
  return {
    problems: [
      ...faults.map(({ path, told }) =>
        problemAt(file, path, told, told.code === 'empty-value' ? 'key' : 'value'),
      ),
      ...issues.flatMap((issue) => issueProblems(schema, file, issue)),
    ],
    sound: soundPart(schema, file.value, [
      ...faults.map(({ path }) => path),
      ...issues.flatMap(placesOf),
    ]),
  };
}

const fieldOf = ({ path }: Issue): FieldPath => path.filter((key) => typeof key !== 'symbol');

/** The parts of a value that an issue is about. */
const placesOf = (issue: Issue): readonly FieldPath[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => [...fieldOf(issue), key])
    : [fieldOf(issue)];

function issueProblems(schema: z.ZodType, file: SourceFile, issue: Issue): readonly Problem[] {
  const path = fieldOf(issue);
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
  if (path.length > 0 && foundText(file, path) === undefined) {
    return [
      problemAt(file, path, {
        code: 'missing-key',
        message: `"${path.join('.')}" is missing.`,
        expected: expectation(schema, path),
        fix: `Add "${path.at(-1)}:" with what a source says.`,
      }),
    ];
  }
  const told = { ...issueWords(schema, path, file, issue), found: foundText(file, path) };
  const culprit: unknown = issue.code === 'custom' ? issue.params?.['culprit'] : undefined;
  return [
    typeof culprit === 'string'
      ? problemAtText(file, path, culprit, told)
      : problemAt(file, path, told),
  ];
}

function issueWords(
  schema: z.ZodType,
  path: FieldPath,
  file: SourceFile,
  issue: Issue,
): Omit<Problem, 'file' | 'line' | 'column' | 'length'> {
  const field = path.join('.');
  const expected = expectation(schema, path);
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
      message: sizeMessage(field, issue, valueAt(file.value, path)),
      expected,
      fix: issue.origin === 'string' ? lengthFixes[issue.code] : figureFix,
    };
  }
  if (issue.code === 'invalid_type') {
    const fix = dateFix(schema, path);
    return {
      code: 'wrong-type',
      message: `"${field}" is not ${fix ? 'a date' : typeInWords(issue.expected)}.`,
      expected,
      fix: fix ?? typeFixes[issue.expected] ?? 'Write the bare value, without quotes or units.',
    };
  }
  return {
    code: 'wrong-value',
    message: `"${field}" is not written as it must be.`,
    expected,
    fix: 'See how other files of its kind have it.',
  };
}

const figureFix = 'Compare with the source: units, zeros and the decimal point.';

const lengthFixes = {
  too_small: 'Say what sets it apart from others.',
  too_big: 'Shorten it to what matters.',
} as const;

const typeFixes: Readonly<Record<string, string>> = {
  string: 'Put the value in quotes if it is meant as text.',
  int: figureFix,
  boolean: 'Write true or false.',
  array: 'Write it as a list: [one, other].',
  object: 'Write its keys indented below it, or in braces: { key: value }.',
};

function sizeMessage(
  field: string,
  issue: Issue & { code: 'too_small' | 'too_big' },
  value: unknown,
): string {
  const [limit, word] =
    issue.code === 'too_small'
      ? [issue.minimum, issue.inclusive ? 'at least' : 'more than']
      : [issue.maximum, issue.inclusive ? 'at most' : 'less than'];
  if (issue.origin === 'string') {
    return `"${field}" must have ${word} ${limit} characters; it has ${String(value).length}.`;
  }
  return `"${field}" must be ${word} ${limit}.`;
}
