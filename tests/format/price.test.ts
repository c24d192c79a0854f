import { expect, test } from 'vitest';
import { dollars, priceInWords } from '../../src/format/price.ts';

test.each([
  [2.5, '$2.50'],
  [10, '$10.00'],
  [0.1, '$0.10'],
  [0.375, '$0.375'],
  [0.0375, '$0.0375'],
  [0.3125, '$0.3125'],
  [0.000001, '$0.000001'],
  [999.999999, '$999.999999'],
  [1000, '$1000.00'],
  [0, '$0.00'],
])('%d is printed as it is charged: %s', (amount, text) => {
  expect(dollars(amount)).toBe(text);
});

test('a price of six decimals reads back as the same number', () => {
  const prices = Array.from({ length: 1000 }, (_, index) => (index * 7919 + 1) / 1e6);
  expect(prices.filter((price) => Number(dollars(price).slice(1)) !== price)).toEqual([]);
});

test('both prices are told', () => {
  expect(priceInWords({ input: 2.5, output: 10 })).toBe('$2.50 in · $10.00 out per million tokens');
});

test('a model that gives no tokens has one price', () => {
  expect(priceInWords({ input: 0.02 })).toBe('$0.02 per million tokens');
});
