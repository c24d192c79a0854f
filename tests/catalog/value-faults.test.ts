import { describe, expect, test } from 'vitest';
import { aModel, faultsOf, problemsIn } from './content-folder.ts';

describe('empty values', () => {
  test('a key without a value is refused', async () => {
    expect(await faultsOf(aModel({ knowledgeCutoff: '' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:1  empty-value
        "knowledgeCutoff" is empty.
          7 | knowledgeCutoff:
            | ^^^^^^^^^^^^^^^
        expected: a value
        to do: Write the value; what is not known is left out, key and all."
    `);
  });

  test('an empty entry of a list is refused', async () => {
    expect(await faultsOf(aModel({ aliases: '\n  - sirius-one\n  -\n' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:9:4  empty-value
        "aliases.1" is empty.
          9 |   -
            |    ^
        expected: a value
        to do: Write the value; what is not known is left out, key and all."
    `);
  });

  test.each([
    ['null', { family: 'null' }],
    ['a tilde', { family: '~' }],
    ['empty quotes', { family: "''" }],
    ['an empty list', { capabilities: '[]' }],
    ['an empty map', { lifecycle: '{}' }],
    ['an empty map that lacks keys', { specs: '{}' }],
    ['an empty map below a key', { identifiers: '{ openRouter: [] }' }],
    ['a key of a flow map without a value', { links: '{ docs }' }],
  ])('%s is refused, and told once', async (_, facts) => {
    const problems = await problemsIn({ 'models/sirius-1.yaml': aModel(facts) });
    expect(problems.map(({ code }) => code)).toEqual(['empty-value']);
  });
});

describe('numbers', () => {
  test.each([
    ['.inf'],
    ['-.inf'],
    ['.NaN'],
    ['1e400'],
    ['0x1F4'],
    ['0o764'],
    ['0500'],
    ['+500'],
    ['500.'],
    ['.5'],
  ])('%s is refused', async (score) => {
    const benchmarks = `[{ benchmark: parallax, score: ${score}, reportedBy: maker, source: https://sirius.example.com }]`;
    const problems = await problemsIn({ 'models/sirius-1.yaml': aModel({ benchmarks }) });
    expect(problems.map(({ code }) => code)).toEqual(['odd-number']);
  });

  test('a number in another base is told with its place', async () => {
    const model = aModel({ specs: '{ contextWindow: 0x1F400, openWeights: false }' });
    expect(await faultsOf(model)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:25  odd-number
        "0x1F400" is not written as a plain number.
          6 | specs: { contextWindow: 0x1F400, openWeights: false }
            |                         ^^^^^^^
        expected: decimal digits, as in 128000, 0.25 or 671e9
        to do: Write the figure as the source has it, without signs or zeros in front."
    `);
  });

  test.each(['128_000', '"128,000"', '128K', '1:30', '128000 tokens'])(
    '%s is a text where a number belongs',
    async (contextWindow) => {
      const specs = `{ contextWindow: ${contextWindow}, openWeights: false }`;
      const problems = await problemsIn({ 'models/sirius-1.yaml': aModel({ specs }) });
      expect(problems.map(({ code }) => code)).toEqual(['wrong-type']);
    },
  );

  test.each(['128000', '128e3', '1.28e5'])('%s is accepted', async (contextWindow) => {
    const specs = `{ contextWindow: ${contextWindow}, openWeights: false }`;
    expect(await faultsOf(aModel({ specs }))).toBe('');
  });
});
