import { describe, expect, test } from 'vitest';
import { exactMoment, momentInWords } from '../../src/format/moment.ts';

test.each([
  ['2024-05-13T17:05:31.250Z', '13 May 2024, 17:05 UTC'],
  ['2024-05-13T00:01:00Z', '13 May 2024, 00:01 UTC'],
  ['2024-05-13T00:00:00Z', '13 May 2024'],
  ['2024-05-13T00:00:00.000Z', '13 May 2024'],
])('%s is exactly "%s"', (instant, words) => {
  expect(exactMoment(instant)).toBe(words);
});

describe('seen from noon of 1 March 2026', () => {
  test.each([
    ['2026-03-01T12:00:00Z', 'just now'],
    ['2026-03-01T12:04:00Z', 'just now'],
    ['2026-03-01T11:59:01Z', 'just now'],
    ['2026-03-01T11:59:00Z', '1 minute ago'],
    ['2026-03-01T10:00:01Z', '119 minutes ago'],
    ['2026-03-01T10:00:00Z', '2 hours ago'],
    ['2026-02-27T12:00:01Z', '47 hours ago'],
    ['2026-02-27T12:00:00Z', '2 days ago'],
    ['2026-02-15T12:00:01Z', '2 weeks ago'],
    ['2026-02-15T12:00:00Z', '15 Feb 2026, 2 weeks ago'],
    ['2024-02-28T08:00:00Z', '28 Feb 2024, 2 years ago'],
    ['2026-03-01T00:00:00Z', 'today'],
    ['2026-02-28T00:00:00Z', '1 day ago'],
  ])('%s was %s', (instant, words) => {
    expect(momentInWords(instant, '2026-03-01T12:00:00.000Z')).toBe(words);
  });
});
