import { expect, test } from 'vitest';
import { priceStart } from '../../src/catalog/price-start.ts';

const row = (from: string, input: number, cachedInput?: number) => ({
  from,
  input,
  output: 15,
  source: 'https://sirius.example.com',
  ...(cachedInput !== undefined && { cachedInput }),
});

const rows = [row('2024-03-04', 5), row('2024-08-01', 3), row('2025-06-05', 3, 0.3)];

test('a row that adds a price of the cache does not begin the list price', () => {
  expect(priceStart(rows, row('2025-06-05', 3, 0.3)).from).toBe('2024-08-01');
});

test('a price that came later is not looked at', () => {
  expect(priceStart(rows, row('2024-03-04', 5)).from).toBe('2024-03-04');
});

test('the same price after another begins anew', () => {
  const again = [...rows, row('2026-01-01', 5)];
  expect(priceStart(again, row('2026-01-01', 5)).from).toBe('2026-01-01');
});
