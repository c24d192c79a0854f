import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse, parseDocument, visit } from 'yaml';
import { mended } from '../../src/catalog/mend.ts';
import { modelSchema } from '../../src/catalog/schema/model.ts';

const mend = (text: string) => mended(modelSchema, text);

test.each([
  ['releaseDate: 2024/05/13', 'releaseDate: 2024-05-13'],
  ['releaseDate: 2024-5-3', 'releaseDate: 2024-05-03'],
  ['releaseDate: 13 May 2024', 'releaseDate: 2024-05-13'],
  ['releaseDate: May 13, 2024', 'releaseDate: 2024-05-13'],
  ['releaseDate: "Sept. 2024"', 'releaseDate: 2024-09'],
  ['releaseDate: 2024-05-13T17:00:00Z', 'releaseDate: 2024-05-13'],
  ['releaseDate: 2024–05–13', 'releaseDate: 2024-05-13'],
  ['stage: General', 'stage: general'],
  [
    'capabilities: [toolcalling, Structured-Output]',
    'capabilities: [toolCalling, structuredOutput]',
  ],
  ['provider: OpenAI', 'provider: openai'],
  ['aliases: [GPT 4o, gpt_4_omni]', 'aliases: [gpt-4o, gpt-4-omni]'],
  ['release_date: 2024-05-13', 'releaseDate: 2024-05-13'],
  ['specs: { contextwindow: 128000 }', 'specs: { contextWindow: 128000 }'],
])('%s becomes %s', (wrong, right) => {
  expect(mend(`${wrong}\n`).text).toBe(`${right}\n`);
});

test.each([
  ['05/06/2024', 'releaseDate: 05/06/2024'],
  ['a day that is not', 'releaseDate: 2026/02/31'],
  ['a month where a day is asked', 'pricing:\n  - { from: 2024/05, input: 1 }'],
  ['a figure', 'specs: { contextWindow: 128,000 }'],
  ['a name', 'name: gpt–4o'],
  ['a word that is none of the fixed ones', 'stage: released'],
  ['a key that stands twice then', 'releaseDate: 2024-05-13\nrelease_date: 2024-05-14'],
  ['a file that cannot be read', 'stage: [General'],
])('%s is left to a person', (_, text) => {
  expect(mend(`${text}\n`)).toEqual({ text: `${text}\n`, mends: [] });
});

test('keys move into the order of the schema, with the comments above them and their layout', () => {
  const { text, mends } = mend(`# A note on the file.
provider: openai
# As it writes itself.
name: GPT-4o   # with a hyphen
specs:
  maxOutput: 16384
  # The model's own.
  contextWindow: 128000
stage: general
`);
  expect(text).toBe(`# A note on the file.
# As it writes itself.
name: GPT-4o   # with a hyphen
provider: openai
stage: general
specs:
  # The model's own.
  contextWindow: 128000
  maxOutput: 16384
`);
  expect(mends).toEqual(['put the keys of the file in order', 'put the keys of specs in order']);
});

test('prices move to newest last, whichever way they are written', () => {
  const { text } = mend(`pricing:
  - { from: 2024-08-06, input: 2.5, source: https://b.example/ }
  # At the launch.
  - from: 2024-05-13
    input: 5
    source: https://a.example/
`);
  expect(text).toBe(`pricing:
  # At the launch.
  - from: 2024-05-13
    input: 5
    source: https://a.example/
  - { from: 2024-08-06, input: 2.5, source: https://b.example/ }
`);
});

test('prices stay where a comment above the first may be about it or about all', () => {
  const given = `pricing:
  # The cut of that summer.
  - { from: 2024-08-06, input: 2.5, source: https://b.example/ }
  - { from: 2024-05-13, input: 5, source: https://a.example/ }
`;
  expect(mend(given)).toEqual({ text: given, mends: [] });
});

test('a licence of the SPDX list gets its identifier, any other name stays', () => {
  const licensed = (name: string) => `specs:\n  license: ${name} # as its file says\n`;
  for (const name of ['apache-2.0', 'Apache 2.0', 'Apache License Version 2.0']) {
    expect(mend(licensed(name)).text).toBe(licensed('Apache-2.0'));
  }
  for (const name of ['Starlight License', 'GPL-3.0', 'Apache 2']) {
    expect(mend(licensed(name)).text).toBe(licensed(name));
  }
});

test('a comment at the end of a price stays with it', () => {
  const { text } = mend(
    'pricing:\n  - from: 2024-08-06\n    input: 2.5\n    # Seen that day.\n  - from: 2024-05-13\n    input: 5\n',
  );
  expect(text).toBe(
    'pricing:\n  - from: 2024-05-13\n    input: 5\n  - from: 2024-08-06\n    input: 2.5\n    # Seen that day.\n',
  );
});

test('keys stay where a comment above the first may be about it or about all', () => {
  const given = 'specs:\n  # Apache since June.\n  license: MIT\n  contextWindow: 128000\n';
  expect(mend(given)).toEqual({ text: given, mends: [] });
});

test('keys of an item move below the comment on it', () => {
  const given = 'benchmarks:\n  # In 5-shot.\n  - score: 1\n    benchmark: mmlu\n';
  expect(mend(given).text).toBe('benchmarks:\n  # In 5-shot.\n  - benchmark: mmlu\n    score: 1\n');
});

test('spaces, tabs and line ends are made plain', () => {
  const { text, mends } = mend(
    '\uFEFFname: GPT-4o \r\nspecs:\r\n\topenWeights:\u00A0false\r\n\r\n',
  );
  expect(text).toBe('name: GPT-4o\nspecs:\n  openWeights: false\n');
  expect(mends).toEqual([
    'took the byte-order mark away',
    'made line ends plain',
    'made hard spaces plain',
    'made tabs two spaces each',
    'took spaces at line ends away',
    'ended the file with one line end',
  ]);
});

test('what was mended is not mended again', () => {
  const once = mend('specs:\n  maxOutput: 1\n  contextWindow: 2\nname: A\nreleaseDate: 2024/5/3\n');
  expect(mend(once.text)).toEqual({ text: once.text, mends: [] });
});

test('the dash of an item stays before its first key, whichever that is', () => {
  const given = [
    'sources:',
    '  - confidence: maker',
    '    # its own page',
    '    url: https://sirius.example.com',
    '    checked: 2026-02-01',
    '    covers:',
    '      - specs',
    '  - url: https://vega.example.com',
    '    covers: [specs]',
  ];
  const { text } = mended(modelSchema, `${given.join('\n')}\n`);
  expect(text).toMatchInlineSnapshot(`
    "sources:
        # its own page
      - url: https://sirius.example.com
        covers:
          - specs
        checked: 2026-02-01
        confidence: maker
      - url: https://vega.example.com
        covers: [specs]
    "
  `);
});

test('keys in reverse come back into order, and no value changes', async () => {
  const names = (await readdir('content/models')).filter((_, index) => index % 40 === 0);
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) {
    const document = parseDocument(await readFile(`content/models/${name}`, 'utf8'));
    const value: unknown = document.toJS();
    visit(document, { Map: (_, { items }) => void items.reverse() });
    const { text } = mended(modelSchema, document.toString({ lineWidth: 0 }));
    expect(parse(text), name).toEqual(value);
    expect(mended(modelSchema, text).text, name).toBe(text);
    expect(Object.keys(parse(text)), name).toEqual(Object.keys(value as object));
  }
});
