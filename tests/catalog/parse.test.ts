import { expect, test } from 'vitest';
import { aModel, catalogOf, faultsOf } from './content-folder.ts';

test('bytes that are not UTF-8 are refused', async () => {
  const latin1 = Buffer.from(aModel({ name: 'Étoile' }), 'latin1');
  expect(await faultsOf(latin1)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:1  not-utf-8
      The file is not UTF-8 text.
      expected: UTF-8 without a byte-order mark
      to do: Save it again as UTF-8."
  `);
});

test('UTF-16 is refused', async () => {
  expect(await faultsOf(Buffer.from(aModel(), 'utf16le'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:1  not-utf-8
      The file is not UTF-8 text.
      expected: UTF-8 without a byte-order mark
      to do: Save it again as UTF-8."
  `);
});

test('a byte-order mark is refused', async () => {
  expect(await faultsOf(`\uFEFF${aModel()}`)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:1  byte-order-mark
      The file starts with a byte-order mark.
      expected: UTF-8 without a byte-order mark
      to do: Save it as "UTF-8", not "UTF-8 with BOM"."
  `);
});

test('a tab is refused, also where YAML takes one', async () => {
  expect(await faultsOf(aModel({ name: 'Sirius 1\t# the first' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:15  tab
      The file holds a tab.
        1 | name: Sirius 1�# the first
          |               ^
      expected: spaces, two for each level
      to do: Replace the tab by spaces."
  `);
});

test('a tab at the very start is refused', async () => {
  expect(await faultsOf(`\t${aModel()}`)).toContain('The file holds a tab.');
});

test.each([
  ['an empty file', ''],
  ['a file of empty lines', '\n\n'],
])('%s is refused as empty', async (_, text) => {
  expect(await faultsOf(text)).toContain('The file is empty.');
});

test.each([
  ['a list', '- name: Sirius 1\n'],
  ['a sentence', 'Sirius 1\n'],
])('%s in place of keys is refused', async (_, text) => {
  expect(await faultsOf(text)).toContain('The file does not start with keys.');
});

test('an empty file is told as a whole', async () => {
  expect(await faultsOf('')).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:1  not-a-map
      The file is empty.
      expected: lines of the form "key: value"
      to do: See CONTRIBUTING.md for a complete annotated file."
  `);
});

test.each([
  ['line ends of Windows', aModel().replaceAll('\n', '\r\n')],
  ['a document marker at the start', `---\n${aModel()}`],
  ['comments and empty lines', `# The first.\n\n${aModel()}\n# The end.\n`],
  ['no line break at the end', aModel().trimEnd()],
])('%s: the file is accepted', async (_, text) => {
  const { models } = await catalogOf({ 'models/sirius-1.yaml': text });
  expect(models.get('sirius-1')?.name).toBe('Sirius 1');
});

test.each(['>', '>-', '>+'])(
  'a description below "%s" is one line without a break at its end',
  async (sign) => {
    const description = `${sign}\n  A made-up language model whose description\n  takes two lines.\n`;
    const { models } = await catalogOf({ 'models/sirius-1.yaml': aModel({ description }) });
    expect(models.get('sirius-1')?.description).toBe(
      'A made-up language model whose description takes two lines.',
    );
  },
);
