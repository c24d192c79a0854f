import { describe, expect, test } from 'vitest';
import { dateInWords, distanceInWords, monthInWords } from '../../src/format/date.ts';

test.each([
  ['2024-05-13', '13 May 2024'],
  ['2024-01-01', '1 Jan 2024'],
  ['2024-12-31', '31 Dec 2024'],
  ['2023-10', 'Oct 2023'],
])('%s reads "%s"', (date, words) => {
  expect(dateInWords(date)).toBe(words);
});

test.each([
  ['2024-05-13', 'May 2024'],
  ['2023-10', 'Oct 2023'],
])('the month of %s reads "%s"', (date, words) => {
  expect(monthInWords(date)).toBe(words);
});

describe('the distance of a date from 1 March 2026', () => {
  test.each([
    ['2026-03-01', 'today'],
    ['2026-02-28', '1 day ago'],
    ['2026-02-16', '13 days ago'],
    ['2026-02-15', '2 weeks ago'],
    ['2025-12-31', '8 weeks ago'],
    ['2025-12-29', '2 months ago'],
    ['2024-03-01', '23 months ago'],
    ['2024-02-29', '2 years ago'],
    ['2023-03-02', '2 years ago'],
    ['2026-03-02', 'in 1 day'],
    ['2026-03-14', 'in 13 days'],
    ['2026-03-15', 'in 2 weeks'],
    ['2026-04-10', 'in 5 weeks'],
    ['2028-03-02', 'in 2 years'],
    ['2026-03', 'today'],
    ['2025-11', '3 months ago'],
  ])('%s is %s', (date, words) => {
    expect(distanceInWords(date, '2026-03-01')).toBe(words);
  });
});
