import { expect, test } from 'vitest';
import { aModel, faultsOf } from '../content-folder.ts';

test('a day that the calendar does not have is refused', async () => {
  expect(await faultsOf(aModel({ releaseDate: '2026-02-31' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:4:14  wrong-date
      There is no such day or month as "2026-02-31".
        4 | releaseDate: 2026-02-31
          |              ^^^^^^^^^^
      expected: a day (YYYY-MM-DD) or a month (YYYY-MM) of the calendar
      found: 2026-02-31
      to do: Write the date as the source gives it, in ISO 8601: 2024-05-13, or 2024-05 where only the month is known."
  `);
});

test('29 February of a year that is no leap year is refused', async () => {
  expect(await faultsOf(aModel({ releaseDate: '2023-02-29' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:4:14  wrong-date
      There is no such day or month as "2023-02-29".
        4 | releaseDate: 2023-02-29
          |              ^^^^^^^^^^
      expected: a day (YYYY-MM-DD) or a month (YYYY-MM) of the calendar
      found: 2023-02-29
      to do: Write the date as the source gives it, in ISO 8601: 2024-05-13, or 2024-05 where only the month is known."
  `);
});

test('a thirteenth month is refused', async () => {
  expect(await faultsOf(aModel({ releaseDate: '2024-13-01' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:4:14  wrong-date
      There is no such day or month as "2024-13-01".
        4 | releaseDate: 2024-13-01
          |              ^^^^^^^^^^
      expected: a day (YYYY-MM-DD) or a month (YYYY-MM) of the calendar
      found: 2024-13-01
      to do: Write the date as the source gives it, in ISO 8601: 2024-05-13, or 2024-05 where only the month is known."
  `);
});

test('a date in words is refused', async () => {
  expect(await faultsOf(aModel({ releaseDate: 'Feb 5 2026' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:4:14  wrong-date
      "Feb 5 2026" is not a date this catalog can read.
        4 | releaseDate: Feb 5 2026
          |              ^^^^^^^^^^
      expected: a day (YYYY-MM-DD) or a month (YYYY-MM) of the calendar
      found: Feb 5 2026
      to do: Write the date as the source gives it, in ISO 8601: 2024-05-13, or 2024-05 where only the month is known."
  `);
});

test('a month where a day is expected is refused', async () => {
  const lifecycle = '{ deprecationDate: 2025-06 }';
  expect(await faultsOf(aModel({ lifecycle }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:31  wrong-date
      "2025-06" names no day.
        7 | lifecycle: { deprecationDate: 2025-06 }
          |                               ^^^^^^^
      expected: a day of the calendar, written YYYY-MM-DD
      found: 2025-06
      to do: Write the day as the source gives it, in ISO 8601: 2024-05-13."
  `);
});

test('a date of another century is refused', async () => {
  expect(await faultsOf(aModel({ releaseDate: '1924-05-13' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:4:14  wrong-date
      "1924-05-13" is not in this century.
        4 | releaseDate: 1924-05-13
          |              ^^^^^^^^^^
      expected: a day (YYYY-MM-DD) or a month (YYYY-MM) of the calendar
      found: 1924-05-13
      to do: Write the date as the source gives it, in ISO 8601: 2024-05-13, or 2024-05 where only the month is known."
  `);
});

test.each([
  ['2024-00-10'],
  ['2024-04-31'],
  ['2100-02-28'],
  ['9999-12-31'],
  ['2024-5-13'],
  ['24-05-13'],
  ['13.05.2024'],
  ['05/13/2024'],
  ['2024-05-13T00:00:00Z'],
  ['2024-05-13 00:00'],
  ['2024-W20'],
  ['2024-Q2'],
  ['"2024"'],
  ['20240513'],
  ['+02024-05-13'],
  ['２０２４-05-13'],
  ['today'],
  ['2024-13'],
  ['2024-00'],
])('%s is refused as a release date', async (releaseDate) => {
  expect(await faultsOf(aModel({ releaseDate }))).toMatch(/:4:14 {2}wrong-(date|type)\n/);
});

test.each([
  ['a leap day', '2024-02-29'],
  ['the last day of a year', '2024-12-31'],
  ['a month', '2024-05'],
  ['a day in quotes', '"2024-05-13"'],
])('%s is accepted as a release date', async (_, releaseDate) => {
  expect(await faultsOf(aModel({ releaseDate }))).toBe('');
});
