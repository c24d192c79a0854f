import { expect, test } from 'vitest';
import { shareOfRange, unitSign } from '../../src/format/score.ts';

test.each([
  [0, 0],
  [50, 50],
  [88.25, 88.3],
  [100, 100],
  [-5, 0],
  [105, 100],
])('a score of %d lies at %d of a range from 0 to 100', (score, share) => {
  expect(shareOfRange(score, { range: { min: 0, max: 100 } })).toBe(share);
});

test.each([
  [800, 0],
  [1400, 50],
  [2000, 100],
])('a rating of %d lies at %d of a range from 800 to 2000', (score, share) => {
  expect(shareOfRange(score, { range: { min: 800, max: 2000 } })).toBe(share);
});

test.each([
  ['percent', '%'],
  ['points', ' points'],
  ['rating', ''],
  ['index', ''],
] as const)('the sign of %s is "%s"', (unit, sign) => {
  expect(unitSign({ unit })).toBe(sign);
});
