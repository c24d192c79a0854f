import { expect, test } from 'vitest';
import { aModel, faultsOf, problemsIn } from './content-folder.ts';

test.each([
  ['at its start', '" Sirius 1"'],
  ['at its end', '"Sirius 1 "'],
  ['twice in a row', 'Sirius  1'],
])('a text with a space %s is refused', async (_, name) => {
  expect(await faultsOf(aModel({ name }))).toContain('stray-space');
});

test('a text that ends with a space is told with its place', async () => {
  expect(await faultsOf(aModel({ name: '"Sirius 1 "' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  stray-space
      The text starts or ends with a space, or has two in a row.
        1 | name: "Sirius 1 "
          |       ^^^^^^^^^^^
      expected: single spaces between words
      to do: Remove the space."
  `);
});

test('a line break inside a text is refused', async () => {
  const description = '|\n  A made-up language model\n  on two lines that stay two.\n';
  expect(await faultsOf(aModel({ description }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:3:14  stray-space
      The text holds a line break.
        3 | description: |
          |              ^
      expected: one line; several lines below ">-" are read as one
      to do: Write ">-" in place of "|", or join the lines."
  `);
});

test.each(['"Sirius 1\\n"', "'Sirius\n\n  1'", '"Sirius\\n1"'])(
  'a line break in quotes is refused: %j',
  async (name) => {
    expect(await faultsOf(aModel({ name }))).toContain('stray-space');
  },
);

test('a mark that turns the direction of writing is refused', async () => {
  expect(await faultsOf(aModel({ name: 'Sirius \u202E1' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:14  odd-character
      The text holds U+202E, which is no character that people type.
        1 | name: Sirius �1
          |              ^
      expected: letters, digits, signs and plain spaces
      to do: Remove it; such characters come along when text is copied."
  `);
});

test('a control character is refused, and does not reach the terminal', async () => {
  expect(await faultsOf(aModel({ name: 'Sirius \u001B[31m1' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:14  odd-character
      The text holds U+001B, which is no character that people type.
        1 | name: Sirius �[31m1
          |              ^
      expected: letters, digits, signs and plain spaces
      to do: Remove it; such characters come along when text is copied."
  `);
});

test('a control character is refused where an escape stands for it', async () => {
  expect(await faultsOf(aModel({ name: '"Sirius \\e[31m1"' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  odd-character
      The text holds U+001B, which is no character that people type.
        1 | name: "Sirius \\e[31m1"
          |       ^^^^^^^^^^^^^^^^
      expected: letters, digits, signs and plain spaces
      to do: Remove it; such characters come along when text is copied."
  `);
});

test.each([
  ['a bell', '\u0007'],
  ['a carriage return alone', '\r'],
  ['a next-line control', '\u0085'],
  ['a no-break space', '\u00A0'],
  ['a soft hyphen', '\u00AD'],
  ['a zero-width space', '\u200B'],
  ['a left-to-right isolate', '\u2066'],
  ['a line separator', '\u2028'],
  ['an ideographic space', '\u3000'],
  ['an invisible letter', '\u3164'],
  ['a byte-order mark in the middle', '\uFEFF'],
  ['a letter that was lost', '\uFFFD'],
  ['a character for private use', '\uE000'],
  ['a tag character', '\u{E0041}'],
])('%s is refused in a text and in a comment', async (_, character) => {
  const inText = await faultsOf(aModel({ name: `Sirius${character}1` }));
  const inComment = await faultsOf(`# Sirius${character}1\n${aModel()}`);
  expect(inText).toContain('odd-character');
  expect(inComment).toContain('odd-character');
});

test.each(['"\\0"', '"\\ud800"', '"\\u202e"', '"\\t"', '"\\_"'])(
  'the escape %s is refused',
  async (name) => {
    const problems = await problemsIn({ 'models/sirius-1.yaml': aModel({ name }) });
    expect(problems.map(({ code }) => code)).toEqual(['odd-character']);
  },
);

test.each(['N/A', 'unknown', 'TBD', 'todo', '"null"', '"-"', '???', '…'])(
  'the placeholder %s is refused',
  async (license) => {
    const specs = `{ openWeights: false, license: ${license} }`;
    const problems = await problemsIn({ 'models/sirius-1.yaml': aModel({ specs }) });
    expect(problems.map(({ code }) => code)).toEqual(['placeholder']);
  },
);

test('a placeholder is told as what is not known', async () => {
  const specs = '{ openWeights: false, license: unknown }';
  expect(await faultsOf(aModel({ specs }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:39  placeholder
      "unknown" stands for something that is not known.
        6 | specs: { openWeights: false, license: unknown }
          |                                       ^^^^^^^
      expected: a value
      to do: Leave it out, key and all."
  `);
});

test('a word with letters of two alphabets that look alike is refused', async () => {
  expect(await faultsOf(aModel({ name: 'Siriu\u0455 1' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  odd-character
      A word of this text mixes Latin and Cyrillic letters, which look alike.
        1 | name: Siriuѕ 1
          |       ^^^^^^^^
      expected: one alphabet a word
      to do: Type the word again."
  `);
});

test.each(['Étoile 1', '通义千问', 'Ψ-1 “Sirius” – №1', 'Sirius 🌟', 'Сириус One', 'τ-bench'])(
  '"%s" is accepted',
  async (name) => {
    expect(await faultsOf(aModel({ name }))).toBe('');
  },
);
