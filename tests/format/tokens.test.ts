import { expect, test } from 'vitest';
import { compactCount, exactCount, exactTokens } from '../../src/format/tokens.ts';

test.each([
  [0, '0'],
  [512, '512'],
  [999, '999'],
  [1000, '1K'],
  [8192, '8.19K'],
  [128_000, '128K'],
  [131_072, '131K'],
  [999_499, '999K'],
  [999_500, '1M'],
  [999_999, '1M'],
  [1_048_576, '1.05M'],
  [7e9, '7B'],
  [671e9, '671B'],
  [999_999_999_999, '1T'],
  [1.8e12, '1.8T'],
  [1e15, '1000T'],
])('%d is %s', (count, text) => {
  expect(compactCount(count)).toBe(text);
});

test.each([
  [999, '999'],
  [128_000, '128,000'],
  [1_048_576, '1,048,576'],
])('%d in full is %s', (count, text) => {
  expect(exactCount(count)).toBe(text);
});

test('a count that is not known has no words', () => {
  expect(exactTokens(128_000)).toBe('128,000 tokens');
  expect(exactTokens(undefined)).toBeUndefined();
});
