import { expect, test } from 'vitest';
import { aModel, aProvider, faultsIn, faultsOf, problemsIn } from '../content-folder.ts';

const priced = (input: string): string =>
  aModel({
    pricing: `[{ from: 2024-05-13, input: ${input}, source: https://sirius.example.com }]`,
  });

test('a price above 1,000 dollars is refused', async () => {
  expect(await faultsOf(priced('1000.01'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:38  too-large
      "pricing.0.input" must be at most 1000.
        7 | pricing: [{ from: 2024-05-13, input: 1000.01, source: https://sirius.example.com }]
          |                                      ^^^^^^^
      expected: a number (US dollars per million input tokens)
      found: 1000.01
      to do: Compare with the source: units, zeros and the decimal point."
  `);
});

test('a price of nothing is refused', async () => {
  expect(await faultsOf(priced('0'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:38  too-small
      The price 0 is below 0.0005 dollars per million tokens.
        7 | pricing: [{ from: 2024-05-13, input: 0, source: https://sirius.example.com }]
          |                                      ^
      expected: US dollars per million tokens, from 0.0005 to 1000
      found: 0
      to do: A free tier or a plan is no price: leave it out."
  `);
});

test('a price below nothing is refused', async () => {
  expect(await faultsOf(priced('-1'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:38  too-small
      The price -1 is below 0.0005 dollars per million tokens.
        7 | pricing: [{ from: 2024-05-13, input: -1, source: https://sirius.example.com }]
          |                                      ^^
      expected: US dollars per million tokens, from 0.0005 to 1000
      found: -1
      to do: Compare with the source: a price per token is a million times lower."
  `);
});

test('a price per token is refused', async () => {
  expect(await faultsOf(priced('0.000003'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:38  too-small
      The price 0.000003 is below 0.0005 dollars per million tokens.
        7 | pricing: [{ from: 2024-05-13, input: 0.000003, source: https://sirius.example.com }]
          |                                      ^^^^^^^^
      expected: US dollars per million tokens, from 0.0005 to 1000
      found: 0.000003
      to do: Compare with the source: a price per token is a million times lower."
  `);
});

test('a price with the noise of a calculation is refused', async () => {
  expect(await faultsOf(priced('0.049999999999999996'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:38  too-precise
      The price 0.049999999999999996 has more than 6 decimals.
        7 | pricing: [{ from: 2024-05-13, input: 0.049999999999999996, source: https://sirius.example.com }]
          |                                      ^^^^^^^^^^^^^^^^^^^^
      expected: US dollars per million tokens, from 0.0005 to 1000
      found: 0.049999999999999996
      to do: Write 0.05 if the rest comes from a calculation."
  `);
});

test('a price in words is refused', async () => {
  expect(await faultsOf(priced('$2.50'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:38  wrong-type
      "pricing.0.input" is not a number.
        7 | pricing: [{ from: 2024-05-13, input: $2.50, source: https://sirius.example.com }]
          |                                      ^^^^^
      expected: a number (US dollars per million input tokens)
      found: $2.50
      to do: Write the bare value, without quotes or units."
  `);
});

test.each(['0.0005', '0.003625', '0.0375', '2.50', '1000'])(
  'a price of %s is accepted',
  async (input) => {
    expect(await faultsOf(priced(input))).toBe('');
  },
);

test.each([
  ['a context window of nothing', 'contextWindow: 0', 'too-small'],
  ['a context window below nothing', 'contextWindow: -1', 'too-small'],
  ['a context window in thousands', 'contextWindow: 128', 'too-small'],
  ['a context window above 100 million', 'contextWindow: 100000001', 'too-large'],
  ['a size in billions', 'size: { total: 7 }', 'too-small'],
  ['a size above 100 trillion', 'size: { total: 1.1e14 }', 'too-large'],
  ['training tokens in trillions', 'trainingTokens: 15', 'too-small'],
])('%s is refused', async (_, spec, code) => {
  const specs = `{ ${spec}, openWeights: false }`;
  const problems = await problemsIn({ 'models/sirius-1.yaml': aModel({ specs }) });
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

test('a size in billions is told with the least that it can be', async () => {
  const model = aModel({ specs: '{ size: { total: 7 }, openWeights: false }' });
  expect(await faultsOf(model)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:25  too-small
      "specs.size.total" must be at least 1000000.
        6 | specs: { size: { total: 7 }, openWeights: false }
          |                         ^
      expected: a number (parameters)
      found: 7
      to do: Compare with the source: units, zeros and the decimal point."
  `);
});

test('a hue that the colour wheel does not have is refused', async () => {
  const provider = aProvider({ hue: '360' });
  expect(await faultsIn({ 'providers/sirius.yaml': provider })).toMatchInlineSnapshot(`
    "content/providers/sirius.yaml:5:6  too-large
      "hue" must be at most 359.
        5 | hue: 360
          |      ^^^
      expected: a whole number (the tint of the monogram, degrees on the colour wheel)
      found: 360
      to do: Compare with the source: units, zeros and the decimal point."
  `);
});
