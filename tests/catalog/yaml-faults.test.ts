import { expect, test } from 'vitest';
import { aModel, faultsOf } from './content-folder.ts';

test('a key that stands twice is refused', async () => {
  expect(await faultsOf(`${aModel()}name: Sirius One\n`)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:1  duplicate-key
      This key stands twice in the same map.
        8 | name: Sirius One
          | ^^^^
      expected: each key once
      to do: Keep the one that is right and remove the other."
  `);
});

test('a key that stands twice in a nested map is refused, quoted or not', async () => {
  const model = aModel({ specs: '{ openWeights: false, "openWeights": true }' });
  expect(await faultsOf(model)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:30  duplicate-key
      This key stands twice in the same map.
        6 | specs: { openWeights: false, "openWeights": true }
          |                              ^^^^^^^^^^^^^
      expected: each key once
      to do: Keep the one that is right and remove the other."
  `);
});

test('two keys that stand twice on one line are two faults', async () => {
  const model = aModel({
    specs: '{ openWeights: false, openWeights: false, license: a, license: b }',
  });
  expect((await faultsOf(model)).match(/duplicate-key/g)).toHaveLength(2);
});

test('several documents are refused', async () => {
  expect(await faultsOf(`${aModel()}---\n${aModel()}`)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:1  several-documents
      The file holds more than one YAML document.
        8 | ---
          | ^^^
      expected: one document a file
      to do: Remove the line "---" and what follows it, or give it a file of its own."
  `);
});

test('a bracket that is not closed is told where it opens', async () => {
  expect(await faultsOf(aModel({ capabilities: '[reasoning, batch' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:15  yaml
      What [ opens here is not closed.
        7 | capabilities: [reasoning, batch
          |               ^
      expected: ] at its end, further in than the key that it belongs to
      to do: Add ] where it ends."
  `);
});

test('a brace that is not closed is told where it opens', async () => {
  expect(await faultsOf(aModel({ specs: '{ openWeights: false' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:8  yaml
      What { opens here is not closed.
        6 | specs: { openWeights: false
          |        ^
      expected: } at its end, further in than the key that it belongs to
      to do: Add } where it ends."
  `);
});

test.each(['"', "'"])('%s that is not closed is told where it opens', async (quote) => {
  const model = aModel({ family: `${quote}sirius`, sources: undefined });
  expect(await faultsOf(model)).toContain(`What ${quote} opens here is not closed.`);
});

test('a quote that is not closed is told where it opens, not at the end of the file', async () => {
  expect(await faultsOf(aModel({ name: '"Sirius 1', sources: undefined }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  yaml
      What " opens here is not closed.
        1 | name: "Sirius 1
          |       ^
      expected: " at its end, further in than the key that it belongs to
      to do: Add " where it ends."
  `);
});

test('a colon inside a bare value is refused', async () => {
  expect(await faultsOf(aModel({ name: 'Sirius: 1' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  yaml
      A colon and a space stand inside this bare value.
        1 | name: Sirius: 1
          |       ^
      expected: one key and one value a line
      to do: Put the value in quotes."
  `);
});

test('a line without a colon is refused', async () => {
  expect(await faultsOf(`${aModel()}retired\n`)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:1  yaml
      This line has no key with a colon.
        8 | retired
          | ^^^^^^^
      expected: a line of the form "key: value"
      to do: Add the colon; or indent the line, if it belongs to the value above."
  `);
});

test('a key that is indented too far is told once', async () => {
  expect(await faultsOf(`${aModel()}family: sirius\n  stage: general\n`)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:9  yaml
      The next line is indented as if it belonged to this value.
        8 | family: sirius
          |         ^
      expected: two spaces for each level
      to do: Align it with the lines around it; a text of several lines stands below ">-"."
  `);
});

test('an entry that is indented less than its neighbours is refused', async () => {
  const model = aModel({ aliases: '\n    - sirius-one\n  - sirius-i' });
  expect(await faultsOf(model)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:9:1  yaml
      This line does not stand in the column of its neighbours.
        9 |   - sirius-i
          | ^
      expected: two spaces for each level
      to do: Align it with the lines around it; a text of several lines stands below ">-"."
  `);
});

test('a key that is indented further than its neighbours is refused', async () => {
  const model = aModel({ specs: '\n  openWeights: false\n    license: MIT' });
  expect(await faultsOf(model)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:16  yaml
      The next line is indented as if it belonged to this value.
        7 |   openWeights: false
          |                ^
      expected: two spaces for each level
      to do: Align it with the lines around it; a text of several lines stands below ">-"."
  `);
});

test('a key that is indented less than its neighbours is refused', async () => {
  const model = aModel({ specs: '\n    openWeights: false\n  license: MIT' });
  expect(await faultsOf(model)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:1  yaml
      This line does not stand in the column of its neighbours.
        8 |   license: MIT
          | ^
      expected: two spaces for each level
      to do: Align it with the lines around it; a text of several lines stands below ">-"."
  `);
});

test('a sign that YAML keeps for itself cannot start a bare value', async () => {
  expect(await faultsOf(aModel({ name: '@sirius' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  yaml
      A bare value cannot start with this sign.
        1 | name: @sirius
          |       ^
      expected: a letter, a digit or a quote
      to do: Put the value in quotes."
  `);
});

test('a comma that is missing between two keys is refused', async () => {
  const model = aModel({ specs: '{ openWeights: false license: MIT }' });
  expect(await faultsOf(model)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:23  yaml
      Inside brackets, entries stand apart by commas.
        6 | specs: { openWeights: false license: MIT }
          |                       ^^^^^^^^^^^^^^^^^^^
      expected: [one, other] or { key: value, other: value }
      to do: Add the comma that is missing."
  `);
});

test('an escape that YAML does not know is told in the words of the parser', async () => {
  expect(await faultsOf(aModel({ name: '"Sirius \\q"' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:15  yaml
      This is not YAML: Invalid escape sequence \\q.
        1 | name: "Sirius \\q"
          |               ^
      to do: Check quotes, colons and indentation on this line and the one above it."
  `);
});

test('a version of YAML that does not exist is refused', async () => {
  expect(await faultsOf(`%YAML 1.3\n---\n${aModel()}`)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  directive
      YAML directives are not used here: they change how the rest is read.
        1 | %YAML 1.3
          |       ^^^
      expected: keys and values alone
      to do: Remove the line that starts with "%", and the "---" below it."
  `);
});
