import { expect, test } from 'vitest';
import { aModel, faultsOf } from './content-folder.ts';

test('aliases that grow without bound are refused unread', async () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const below = level === 0 ? 'lol' : `*level${level - 1}`;
    return `level${level}: &level${level} [${Array(9).fill(below).join(', ')}]\n`;
  });
  expect(await faultsOf(levels.join(''))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:9  anchor
      YAML anchors and aliases are not used here: they can grow without bound and hide what a file says.
        1 | level0: &level0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]
          |         ^^^^^^^
      expected: each value written out
      to do: Write the value where it is needed."
  `);
});

test('a merge key is refused', async () => {
  const model = `base: &base { openWeights: false }\n${aModel({ specs: '{ <<: *base }' })}`;
  expect(await faultsOf(model)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  anchor
      YAML anchors and aliases are not used here: they can grow without bound and hide what a file says.
        1 | base: &base { openWeights: false }
          |       ^^^^^
      expected: each value written out
      to do: Write the value where it is needed."
  `);
});

test('a merge key without an alias is an unknown key', async () => {
  expect(
    await faultsOf(aModel({ specs: '{ <<: { openWeights: false } }' })),
  ).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:1  missing-key
      "specs.openWeights" is missing.
        6 | specs: { <<: { openWeights: false } }
          | ^^^^^
      expected: true or false
      to do: Add "openWeights:" with what a source says.

    content/models/sirius-1.yaml:6:10  unknown-key
      Unknown key "<<".
        6 | specs: { <<: { openWeights: false } }
          |          ^^
      expected: one of contextWindow, maxInput, maxOutput, modalities, size, trainingTokens, openWeights, license, weights
      to do: Rename the key, or remove it."
  `);
});

test('an anchor that nothing refers to is refused', async () => {
  expect(await faultsOf(aModel({ name: '&name Sirius 1' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  anchor
      YAML anchors and aliases are not used here: they can grow without bound and hide what a file says.
        1 | name: &name Sirius 1
          |       ^^^^^
      expected: each value written out
      to do: Write the value where it is needed."
  `);
});

test('an alias of nothing is refused', async () => {
  expect(await faultsOf(aModel({ name: '*name' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  anchor
      YAML anchors and aliases are not used here: they can grow without bound and hide what a file says.
        1 | name: *name
          |       ^^^^^
      expected: each value written out
      to do: Write the value where it is needed."
  `);
});

test('a tag of our own making is refused', async () => {
  expect(await faultsOf(aModel({ name: '!name Sirius 1' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  tag
      YAML tags are not used here.
        1 | name: !name Sirius 1
          |       ^^^^^
      expected: a plain value
      to do: Remove the word that starts with "!"."
  `);
});

test.each([
  ['!!str', '!!str 1'],
  ['!', '! 1'],
  ['!<tag:yaml.org,2002:str>', '!<tag:yaml.org,2002:str> 1'],
])('a tag that the parser knows, %s, is refused too', async (_, name) => {
  expect(await faultsOf(aModel({ name }))).toContain('YAML tags are not used here.');
});

test('a tag before a map is refused', async () => {
  expect(await faultsOf(aModel({ specs: '!!map { openWeights: false }' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:8  tag
      YAML tags are not used here.
        6 | specs: !!map { openWeights: false }
          |        ^^^^^
      expected: a plain value
      to do: Remove the word that starts with "!"."
  `);
});

test('a directive is refused: YAML 1.1 would read "yes" as true', async () => {
  expect(await faultsOf(`%YAML 1.1\n---\n${aModel()}`)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:1  directive
      YAML directives are not used here: they change how the rest is read.
        1 | %YAML 1.1
          | ^^^^^^^^^
      expected: keys and values alone
      to do: Remove the line that starts with "%", and the "---" below it."
  `);
});

test('a directive that renames tags is refused', async () => {
  expect(await faultsOf(`%TAG ! tag:example.com,2000:\n---\n${aModel()}`)).toContain(
    'YAML directives are not used here',
  );
});

test.each([
  ['a number', '1: x'],
  ['nothing', ': x'],
  ['null', '~: x'],
  ['a truth value', 'true: x'],
  ['a list', '? [name, provider]\n: x'],
  ['a map', '? { name: provider }\n: x'],
])('a key that is %s is refused', async (_, line) => {
  expect(await faultsOf(`${aModel()}${line}\n`)).toContain('odd-key');
});

test('a key that is a number is told at the key', async () => {
  expect(await faultsOf(`${aModel()}1: one\n`)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:1  odd-key
      This key is not a word.
        8 | 1: one
          | ^
      expected: a name such as releaseDate, followed by a colon
      to do: See CONTRIBUTING.md for the keys of each kind of file."
  `);
});

test.each([
  ['brackets', `capabilities: ${'['.repeat(50_000)}\n`],
  ['closed brackets', `capabilities: ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`],
  ['braces', `specs: ${'{ a: '.repeat(20_000)}\n`],
  ['dashes', `capabilities:\n  ${'- '.repeat(50_000)}batch\n`],
  ['question marks', `${'? '.repeat(50_000)}name\n`],
])('%s without end are refused in one sentence', async (_, text) => {
  expect(await faultsOf(text)).toContain('Lists and maps stand in each other without end.');
});

test('nesting that a parser still takes is refused at its place', async () => {
  const model = aModel({ capabilities: `${'['.repeat(20)}${']'.repeat(20)}` });
  expect(await faultsOf(model)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:30  too-deep
      Lists and maps stand in each other without end.
        7 | capabilities: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]
          |                              ^^^^^^^^^^
      expected: at most 16 levels
      to do: Remove the brackets, dashes or question marks that open a level for nothing."
  `);
});
