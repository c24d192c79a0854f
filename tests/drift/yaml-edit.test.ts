import { expect, test } from 'vitest';
import { modelSchema } from '../../src/catalog/schema/model.ts';
import type { FieldPath } from '../../src/catalog/source-file.ts';
import { withItem, withoutItem, withValue } from '../../src/drift/yaml-edit.ts';

const yaml = (text: string) => ({ schema: modelSchema, text });

const file = `# About this file.
name: Sirius 1
specs:
  # The maker's own figure.
  contextWindow: 8192   # tokens
  openWeights: false
offers:
  # In Europe.
  - { provider: a, id: x, checked: 2026-02-01 } # slow
  - { provider: c, id: z, checked: 2026-02-01 }

sources:
  - url: https://one.example
    covers: [specs]
`;

test.each<readonly [string, FieldPath, unknown, string, string]>([
  ['a value', ['specs', 'contextWindow'], 16384, 'contextWindow: 8192', 'contextWindow: 16384'],
  ['a text that YAML would read otherwise', ['name'], 'No: 1', 'name: Sirius 1', 'name: "No: 1"'],
  ['a value in brackets', ['offers', 0, 'id'], 'y', 'id: x', 'id: y'],
  [
    'a key between two, where the schema has it',
    ['specs', 'maxOutput'],
    4096,
    '  openWeights',
    '  maxOutput: 4096\n  openWeights',
  ],
  ['a first key', ['description'], 'Mine', 'specs:\n', 'description: Mine\nspecs:\n'],
  [
    'a key in brackets',
    ['offers', 0, 'maxOutput'],
    4096,
    'id: x, checked',
    'id: x, maxOutput: 4096, checked',
  ],
  [
    'a key whose map is missing',
    ['lifecycle', 'retirementDate'],
    { date: '2027-01-01', certainty: 'announced' },
    'specs:\n',
    'lifecycle: { retirementDate: { date: 2027-01-01, certainty: announced } }\nspecs:\n',
  ],
  [
    'a missing list of rows',
    ['pricing'],
    [{ from: '2026-02-01', input: 1 }],
    'offers:\n',
    'pricing:\n  - { from: 2026-02-01, input: 1 }\noffers:\n',
  ],
])('%s is put in, and nothing else moves', (_, path, value, before, after) => {
  expect(withValue(yaml(file), path, value).text).toBe(file.replace(before, after));
});

const offer = { provider: 'b', id: 'y' };
const line = '  - { provider: b, id: y }\n';

test.each<readonly [string, number, string, string]>([
  ['between two', 1, '  - { provider: c', `${line}  - { provider: c`],
  ['after all', 9, '2026-02-01 }\n\n', `2026-02-01 }\n${line}\n`],
])('an item is put %s', (_, index, before, after) => {
  expect(withItem(yaml(file), ['offers'], index, offer).text).toBe(file.replace(before, after));
});

test('an item takes the form of its neighbours', () => {
  const source = { url: 'https://two.example', covers: ['specs', 'api'] };
  expect(withItem(yaml(file), ['sources'], 9, source).text).toBe(
    `${file}  - url: https://two.example\n    covers: [specs, api]\n`,
  );
  const short = yaml('aliases: [a, c]\n');
  expect(withItem(short, ['aliases'], 1, 'b').text).toBe('aliases: [a, b, c]\n');
  expect(withItem(short, ['aliases'], 9, 'd').text).toBe('aliases: [a, c, d]\n');
  expect(withItem(yaml('name: A\n'), ['aliases'], 0, 'a').text).toBe('name: A\naliases: [a]\n');
});

test.each<readonly [string, FieldPath, number, string]>([
  ['- 1\n- 2\n', [], 0, '- 2\n'],
  ['a: [1, 2, 3]\n', ['a'], 0, 'a: [2, 3]\n'],
  ['a: [1, 2, 3]\n', ['a'], 2, 'a: [1, 2]\n'],
  ['b: 1\na:\n  - 1\nc: 2\n', ['a'], 0, 'b: 1\nc: 2\n'],
  ['a:\n  # of two\n  - x: 1\n    y: 2\n  - x: 3\n', ['a'], 0, 'a:\n  # of two\n  - x: 3\n'],
])('of %j at %j, item %i is taken out', (before, path, index, after) => {
  expect(withoutItem(yaml(before), path, index).text).toBe(after);
});

test.each([
  ['a value that holds one', () => withValue(yaml('specs:\n  a: 1 # b\n  c: 2\n'), ['specs'], 1)],
  ['an item that has one behind it', () => withoutItem(yaml(file), ['offers'], 0)],
])('a comment is not lost with %s', (_, edit) => {
  expect(edit).toThrow(/holds a comment, which would be lost; change it by hand\.$/);
});
