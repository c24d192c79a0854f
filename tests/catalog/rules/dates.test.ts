import { describe, expect, test } from 'vitest';
import { isLater } from '../../../src/catalog/rules/dates.ts';
import { aModel, faultsOf } from '../content-folder.ts';

const priced = (...days: readonly string[]): string =>
  days
    .map(
      (day, index) =>
        `\n  - { from: ${day}, input: ${index + 1}, source: https://sirius.example.com }`,
    )
    .join('');

describe('the order of dates', () => {
  test('a knowledge cutoff after the release is refused', async () => {
    expect(await faultsOf(aModel({ knowledgeCutoff: '2024-06' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:18  dates-out-of-order
        The release 2024-05-13 is before the knowledge cutoff 2024-06.
          7 | knowledgeCutoff: 2024-06
            |                  ^^^^^^^
        expected: knowledgeCutoff ≤ releaseDate ≤ deprecationDate ≤ retirementDate
        found: 2024-06
        to do: Check both dates at their sources; an id’s date is often not the launch."
    `);
  });

  test('a release after the deprecation is refused', async () => {
    const lifecycle = '{ deprecationDate: 2024-05-12 }';
    expect(await faultsOf(aModel({ lifecycle }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:31  dates-out-of-order
        The deprecation 2024-05-12 is before the release 2024-05-13.
          7 | lifecycle: { deprecationDate: 2024-05-12 }
            |                               ^^^^^^^^^^
        expected: knowledgeCutoff ≤ releaseDate ≤ deprecationDate ≤ retirementDate
        found: 2024-05-12
        to do: Check both dates at their sources; an id’s date is often not the launch."
    `);
  });

  test('a deprecation after the retirement is refused', async () => {
    const lifecycle =
      '{ deprecationDate: 2025-01-02, retirementDate: { date: 2025-01-01, certainty: announced } }';
    expect(await faultsOf(aModel({ lifecycle }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:67  dates-out-of-order
        The retirement 2025-01-01 is before the deprecation 2025-01-02.
          7 | …fecycle: { deprecationDate: 2025-01-02, retirementDate: { date: 2025-01-01, certainty: announced } }
            |                                                                  ^^^^^^^^^^
        expected: knowledgeCutoff ≤ releaseDate ≤ deprecationDate ≤ retirementDate
        found: 2025-01-01
        to do: Check both dates at their sources; an id’s date is often not the launch."
    `);
  });

  test('a release after the retirement is refused', async () => {
    const lifecycle = '{ retirementDate: { date: 2024-05-12, certainty: announced } }';
    expect(await faultsOf(aModel({ lifecycle }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:38  dates-out-of-order
        The retirement 2024-05-12 is before the release 2024-05-13.
          7 | lifecycle: { retirementDate: { date: 2024-05-12, certainty: announced } }
            |                                      ^^^^^^^^^^
        expected: knowledgeCutoff ≤ releaseDate ≤ deprecationDate ≤ retirementDate
        found: 2024-05-12
        to do: Check both dates at their sources; an id’s date is often not the launch."
    `);
  });

  test.each([
    ['a cutoff in the month of the release', { knowledgeCutoff: '2024-05' }],
    ['a cutoff on the day of the release', { knowledgeCutoff: '2024-05-13' }],
    ['a deprecation on the day of the release', { lifecycle: '{ deprecationDate: 2024-05-13 }' }],
    [
      'a retirement on the day of the deprecation',
      {
        lifecycle:
          '{ deprecationDate: 2025-01-01, retirementDate: { date: 2025-01-01, certainty: announced } }',
      },
    ],
    [
      'a deprecation in the month of a release that is known by month',
      { releaseDate: '2024-05', lifecycle: '{ deprecationDate: 2024-05-01 }' },
    ],
  ])('%s is possible', async (_, facts) => {
    expect(await faultsOf(aModel(facts))).toBe('');
  });

  test.each([
    ['2024-05-14', '2024-05-13', true],
    ['2024-05-13', '2024-05-13', false],
    ['2024-05-12', '2024-05-13', false],
    ['2024-06', '2024-05-13', true],
    ['2024-05', '2024-05-13', false],
    ['2024-05-13', '2024-05', false],
    ['2024-05-31', '2024-06', false],
    ['2024-05', '2024-05', false],
  ])('%s is surely later than %s: %s', (date, other, isSo) => {
    expect(isLater(date, other)).toBe(isSo);
  });
});

describe('the release', () => {
  test('a model in use whose release nobody dates is taken', async () => {
    expect(await faultsOf(aModel({ releaseDate: undefined }))).toBe('');
  });

  test('a model that is announced needs none', async () => {
    expect(await faultsOf(aModel({ releaseDate: undefined, stage: 'announced' }))).toBe('');
  });
});

describe('dates ahead', () => {
  test('a release more than a year after its newest source was read is refused', async () => {
    expect(await faultsOf(aModel({ releaseDate: '2042-05-13' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:4:14  too-far-ahead
        2042-05-13 is far after 2026-02-01, when the newest source was read.
          4 | releaseDate: 2042-05-13
            |              ^^^^^^^^^^
        expected: a date up to 2027-02-01
        found: 2042-05-13
        to do: Check the year at the source."
    `);
  });

  const retiring = (date: string): string =>
    aModel({ lifecycle: `{ retirementDate: { date: ${date}, certainty: announced } }` });

  test('a retirement more than ten years after its newest source was read is refused', async () => {
    expect(await faultsOf(retiring('2063-05-13'))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:38  too-far-ahead
        2063-05-13 is far after 2026-02-01, when the newest source was read.
          7 | lifecycle: { retirementDate: { date: 2063-05-13, certainty: announced } }
            |                                      ^^^^^^^^^^
        expected: a date up to 2036-02-01
        found: 2063-05-13
        to do: Check the year at the source."
    `);
  });

  test.each([
    ['a release', aModel({ releaseDate: '2027-02-01' }), aModel({ releaseDate: '2027-02-02' })],
    ['a release by month', aModel({ releaseDate: '2027-02' }), aModel({ releaseDate: '2027-03' })],
    ['a retirement', retiring('2036-02-01'), retiring('2036-02-02')],
    [
      'a deprecation',
      aModel({ lifecycle: '{ deprecationDate: 2036-02-01 }' }),
      aModel({ lifecycle: '{ deprecationDate: 2036-02-02 }' }),
    ],
  ])('%s may be announced up to a day, and no later', async (_, possible, tooFar) => {
    expect(await faultsOf(possible)).toBe('');
    expect(await faultsOf(tooFar)).toContain('too-far-ahead');
  });
});

describe('the days of prices', () => {
  test('a price before the release is refused', async () => {
    expect(await faultsOf(aModel({ pricing: priced('2024-05-12') }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:8:13  price-before-release
        The price from 2024-05-12 is before the release 2024-05-13.
          8 |   - { from: 2024-05-12, input: 1, source: https://sirius.example.com }
            |             ^^^^^^^^^^
        expected: a day from 2024-05-13 on
        found: 2024-05-12
        to do: Check both dates at their sources."
    `);
  });

  test('prices that are not sorted by their days are refused', async () => {
    const pricing = priced('2024-05-13', '2025-01-01', '2024-08-06');
    expect(await faultsOf(aModel({ pricing }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:10:13  prices-out-of-order
        The price from 2024-08-06 stands after the one from 2025-01-01.
          10 |   - { from: 2024-08-06, input: 3, source: https://sirius.example.com }
             |             ^^^^^^^^^^
        expected: one price a day, newest last
        found: 2024-08-06
        to do: Sort the prices by their day."
    `);
  });

  test('a price that starts when the model had ended is refused', async () => {
    const ended = (certainty: string) =>
      faultsOf(
        aModel({
          lifecycle: `{ retirementDate: { date: 2025-01-01, certainty: ${certainty} } }`,
          pricing: priced('2024-05-13', '2025-01-01'),
        }),
      );
    expect(await ended('announced')).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:10:13  price-after-end
        The price from 2025-01-01 starts when the model had ended, on 2025-01-01.
          10 |   - { from: 2025-01-01, input: 2, source: https://sirius.example.com }
             |             ^^^^^^^^^^
        expected: a day before 2025-01-01
        found: 2025-01-01
        to do: Find a source of the time when it was charged, or leave the price out."
    `);
    expect(await ended('notBefore')).toBe('');
  });

  test('two prices from one day are refused', async () => {
    const pricing = priced('2024-05-13', '2024-05-13');
    expect(await faultsOf(aModel({ pricing }))).toContain('prices-out-of-order');
  });

  test('prices from the release on, newest last, are accepted', async () => {
    expect(await faultsOf(aModel({ pricing: priced('2024-05-13', '2024-05-14') }))).toBe('');
  });
});
