import { expect, test } from 'vitest';
import { endInWords, ratesInWords, scoresInWords } from '../../src/format/change-words.ts';

test.each([
  [{ input: 5, output: 15 }, { input: 2.5, output: 15 }, 'Input $5.00 → $2.50'],
  [
    { input: 5, output: 15 },
    { input: 2.5, output: 10, cachedInput: 0.0375 },
    'Input $5.00 → $2.50, output $15.00 → $10.00, cached input $0.0375',
  ],
  [{ input: 5, cacheWrite: 6 }, { input: 5 }, 'Cache write not listed any more'],
  [
    { input: 5 },
    { input: 5, note: 'half price at night' },
    'Conditions, or the price of long requests',
  ],
])('from %o to %o is "%s"', (before, after, words) => {
  expect(ratesInWords({ before, after })).toBe(words);
});

test.each([
  ['deprecated', 'announced', '; retirement on 30 Jun 2026'],
  ['deprecated', 'notBefore', '; retirement not before 30 Jun 2026'],
  ['retired', 'announced', ''],
] as const)('what is %s, with an end that is %s, says "%s"', (after, certainty, words) => {
  const lifecycle = { retirementDate: { date: '2026-06-30', certainty } };
  expect(endInWords({ after }, { lifecycle })).toBe(words);
  expect(endInWords({ after }, {})).toBe('');
});

test.each([
  [1, '1 score: Parallax (5-shot) 88.7%'],
  [2, '2 scores: Parallax (5-shot) 88.7%, Duel 1287'],
  [5, '5 scores: Parallax (5-shot) 88.7%, Duel 1287, Duel 1287 and 2 more'],
])('%i scores are told by the first three', (count, words) => {
  const percent = {
    benchmark: { name: 'Parallax', unit: 'percent' },
    score: 88.7,
    conditions: '5-shot',
  } as const;
  const rating = {
    benchmark: { name: 'Duel', unit: 'rating' },
    score: 1287,
    conditions: '',
  } as const;
  expect(scoresInWords([percent, rating, rating, rating, rating].slice(0, count))).toBe(words);
});
