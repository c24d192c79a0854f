import { describe, expect, test } from 'vitest';
import { intervalMs } from '../../../src/catalog/schema/source.ts';
import { aSource, faultsIn } from '../content-folder.ts';

const faultsOfInterval = (every: string) => faultsIn({ 'sources/a.yaml': aSource({ every }) });

describe('how often a source is read', () => {
  test('too often is refused', async () => {
    expect(await faultsOfInterval('5m')).toMatchInlineSnapshot(`
      "content/sources/a.yaml:6:8  impossible-interval
        Every 5m is more often than a source is read.
          6 | every: 5m
            |        ^^
        expected: minutes, hours or days, from 15m to 7d: 30m, 6h, 1d
        found: 5m
        to do: Choose about the time in which it brings something new."
    `);
  });

  test('what is no time is refused', async () => {
    expect(await faultsOfInterval('daily')).toMatchInlineSnapshot(`
      "content/sources/a.yaml:6:8  wrong-interval
        "daily" is no time between two readings.
          6 | every: daily
            |        ^^^^^
        expected: minutes, hours or days, from 15m to 7d: 30m, 6h, 1d
        found: daily
        to do: Choose about the time in which it brings something new."
    `);
  });

  test.each(['15m', '90m', '6h', '7d', '168h', '10080m'])('%s is accepted', async (every) => {
    expect(await faultsOfInterval(every)).toBe('');
  });

  test.each(['14m', '8d', '169h', '1m'])('%s is impossible', async (every) => {
    expect(await faultsOfInterval(every)).toContain('impossible-interval');
  });

  test.each(['0h', '06h', '1.5h', '1w', '"6 h"', 'h', '6H', '123456m', '-6h'])(
    '%s is no time between two readings',
    async (every) => {
      expect(await faultsOfInterval(every)).toContain('wrong-interval');
    },
  );
});

test.each([
  ['15m', 900_000],
  ['6h', 21_600_000],
  ['1d', 86_400_000],
  ['soon', Number.NaN],
])('%s is %d milliseconds', (every, ms) => {
  expect(intervalMs(every)).toBe(ms);
});
