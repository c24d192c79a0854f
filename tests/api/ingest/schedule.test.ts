import { expect, test } from 'vitest';
import { waitMs } from '../../../api/ingest/schedule.ts';
import { now } from './local-site.ts';

const hour = 3_600_000;
const minute = 60_000;
const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString();

test.each([
  ['never read, at once', { failures: 0 }, 0, 0],
  ['never read, within half a minute', { failures: 0 }, 1, 30_000],
  ['just read, after its interval', { checkedAt: ago(0), failures: 0 }, 0.5, 6 * hour],
  ['just read, a tenth sooner', { checkedAt: ago(0), failures: 0 }, 0, 5.4 * hour],
  ['just read, a tenth later', { checkedAt: ago(0), failures: 0 }, 1, 6.6 * hour],
  [
    'read before this start, at what is left',
    { checkedAt: ago(2 * hour), failures: 0 },
    0.5,
    4 * hour,
  ],
  ['overdue, within half a minute', { checkedAt: ago(48 * hour), failures: 0 }, 0.5, 15_000],
  ['that failed once, soon', { checkedAt: ago(0), failures: 1 }, 0.5, 5 * minute],
  ['that failed twice, less soon', { checkedAt: ago(0), failures: 2 }, 0.5, 10 * minute],
  ['that keeps failing, daily', { checkedAt: ago(0), failures: 30 }, 0.5, 24 * hour],
])('a source %s', (_, state, random, wait) => {
  expect(waitMs(6 * hour, state, { now, random })).toBeCloseTo(wait);
});

test.each([
  [hour, hour],
  [minute, 5 * minute],
  [365 * 24 * hour, 7 * 24 * hour],
])('a site that asks for %i ms is left alone for %i ms', (retryAfterMs, wait) => {
  const state = { checkedAt: ago(0), failures: 1 };
  expect(waitMs(6 * hour, state, { now, random: 0.5, retryAfterMs })).toBe(wait);
});
