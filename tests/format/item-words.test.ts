import { expect, test } from 'vitest';
import { intervalInWords, placesInWords } from '../../src/format/item-words.ts';

test.each([
  ['30m', 'every 30 minutes'],
  ['1h', 'every hour'],
  ['6h', 'every 6 hours'],
  ['1d', 'every day'],
  ['7d', 'every 7 days'],
])('a source of %s is read %s', (every, words) => {
  expect(intervalInWords(every)).toBe(words);
});

test.each([
  ['news', 55, '55 sources'],
  ['discussions', 1, '1 forum'],
  ['jobs', 0, '0 boards'],
] as const)('%s come from %i places: "%s"', (kind, places, words) => {
  expect(placesInWords(kind, places)).toBe(words);
});
