import { expect, test } from 'vitest';
import { changedRates } from '../../src/catalog/changed-rates.ts';

test('a price changes in the rates that differ, with those that come and go', () => {
  const before = { input: 5, output: 15, cacheWrite: 6 };
  const after = { input: 2.5, output: 15, cachedInput: 1 };
  expect(changedRates({ before, after })).toEqual([
    { key: 'input', rate: 'input', before: 5, after: 2.5 },
    { key: 'cachedInput', rate: 'cached input', before: undefined, after: 1 },
    { key: 'cacheWrite', rate: 'cache write', before: 6, after: undefined },
  ]);
});

test('only the price of long requests or a note changes no rate', () => {
  const after = { input: 5, note: 'half price at night', tiers: [{ above: 200_000, input: 6 }] };
  expect(changedRates({ before: { input: 5 }, after })).toEqual([]);
});
