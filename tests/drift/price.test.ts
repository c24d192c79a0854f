import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differingRates, perMillion, priceOf } from '../../src/drift/price.ts';

const rate = fc.integer({ min: 1000, max: 1_000_000_000 }).map((millionths) => millionths / 1e6);

test('a price per million tokens survives being published per token, as a number or as text', () => {
  fc.assert(
    fc.property(rate, fc.boolean(), (perMillionTokens, isText) => {
      const perToken = perMillionTokens / 1e6;
      const published = isText ? perToken.toFixed(20) : perToken;
      const read = priceOf({
        input: perMillion(published),
        output: undefined,
        cachedInput: undefined,
        cacheWrite: undefined,
      });
      expect(read).toEqual({ input: perMillionTokens });
    }),
  );
});

test.each([
  ['nothing', undefined],
  ['nothing', null],
  ['nothing', ''],
])('%s per token is nothing per million', (_, perToken) => {
  expect(perMillion(perToken)).toBeUndefined();
});

test.each([
  [{ input: 1 }, { input: 1 }, []],
  [{ input: 1, cachedInput: 0.1 }, { input: 1 }, []],
  [{ input: 1 }, { input: 1, output: 2 }, ['output']],
  [{ input: 1, output: 2 }, { input: 1.00002, output: 1.999 }, []],
  [{ input: 1, output: 2 }, { input: 1.01, output: 2 }, ['input']],
  [undefined, { input: 1 }, ['input']],
])('from %j to %j differ %j', (ours, theirs, expected) => {
  expect(differingRates(ours, theirs)).toEqual(expected);
});
