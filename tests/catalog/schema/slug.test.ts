import { expect, test } from 'vitest';
import { isSlug, slugOf } from '../../../src/catalog/schema/primitives.ts';
import { aModel, faultsOf } from '../content-folder.ts';

test('an alias with capitals is refused, and told as it should be', async () => {
  expect(await faultsOf(aModel({ aliases: '[Sirius-One]' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:11  wrong-slug
      "Sirius-One" is not a slug.
        7 | aliases: [Sirius-One]
          |           ^^^^^^^^^^
      expected: lower-case a-z and 0-9 in runs joined by single hyphens, at most 100 characters
      found: Sirius-One
      to do: Write "sirius-one"."
  `);
});

test('an alias without a single Latin letter is refused', async () => {
  expect(await faultsOf(aModel({ aliases: '[通义千问]' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:11  wrong-slug
      "通义千问" is not a slug.
        7 | aliases: [通义千问]
          |           ^^^^
      expected: lower-case a-z and 0-9 in runs joined by single hyphens, at most 100 characters
      found: 通义千问
      to do: Write it with letters a-z."
  `);
});

test('an id with a space is refused', async () => {
  expect(await faultsOf(aModel({ api: '{ id: sirius 1 }' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:12  wrong-id
      "sirius 1" is not an id that a request could hold.
        7 | api: { id: sirius 1 }
          |            ^^^^^^^^
      expected: at most 200 letters, digits and signs of . _ - : / @ % + ~, without spaces
      found: sirius 1
      to do: Copy the id as the source gives it."
  `);
});

test.each([
  ['markup', '"<script>"'],
  ['a quote', `'sirius"1'`],
  ['201 characters', 'x'.repeat(201)],
])('an id with %s is refused', async (_, id) => {
  expect(await faultsOf(aModel({ api: `{ id: ${id} }` }))).toContain('wrong-id');
});

test.each([
  '@cf/sirius/one:free',
  'anthropic%2Fclaude',
  'us.sirius.one-v1:0',
  'S1+_~',
  '4'.repeat(200),
])('the id %s is accepted', async (id) => {
  expect(await faultsOf(aModel({ api: `{ id: "${id}" }` }))).toBe('');
});

test.each([
  ['gpt-4-1', true],
  ['4o', true],
  ['a'.repeat(100), true],
  ['a'.repeat(101), false],
  ['', false],
  ['GPT-4', false],
  ['gpt-4.1', false],
  ['gpt_4', false],
  ['gpt--4', false],
  ['-gpt', false],
  ['gpt-', false],
  ['gpt 4', false],
  ['gpt-4\n', false],
  ['größe', false],
])('%j is a slug: %s', (text, isOne) => {
  expect(isSlug(text)).toBe(isOne);
});

test.each([
  ['GPT-4.1', 'gpt-4-1'],
  ['Llama 3.1 (405B)', 'llama-3-1-405b'],
  ['Command R+', 'command-r-plus'],
  ['__x__', 'x'],
  ['通义', ''],
  [`${'a'.repeat(99)}-b`, 'a'.repeat(99)],
])('the slug nearest to %j is %j', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});
