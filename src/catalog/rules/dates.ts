import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { type FieldPath, foundText, problemAt } from '../source-file.ts';

/** What happened to a model happened in a possible order. */
export function dateProblems({ models }: Authored): readonly Problem[] {
  return [...models.values()].flatMap((entry) => [
    ...distanceProblems(entry),
    ...orderProblems(entry),
    ...priceDateProblems(entry),
  ]);
}

/**
 * Tells whether one date is surely later than another. A month is later than a day only if all of
 * it is: `2024-05` is not later than `2024-05-13`.
 */
export function isLater(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}

// A release is announced months ahead, an end years ahead; beyond that the year is a slip of the pen.
const yearsToRelease = 1;
const yearsToEnd = 10;

function distanceProblems({ file, value }: Entry<AuthoredModel>): readonly Problem[] {
  const { releaseDate, lifecycle, sources } = value;
  const newest =
    sources
      .map(({ checked }) => checked)
      .toSorted()
      .at(-1) ?? '';
  const within = (years: number, path: FieldPath, date: string | undefined): readonly Problem[] => {
    const latest = `${Number(newest.slice(0, 4)) + years}${newest.slice(4)}`;
    if (date === undefined || !isLater(date, latest)) return [];
    return [
      problemAt(file, path, {
        code: 'too-far-ahead',
        message: `${date} is far after ${newest}, when the newest source was read.`,
        expected: `a date up to ${latest}`,
        found: foundText(file, path),
        fix: 'Check the year at the source.',
      }),
    ];
  };
  const { deprecationDate, retirementDate } = lifecycle ?? {};
  return [
    ...within(yearsToRelease, ['releaseDate'], releaseDate),
    ...within(yearsToEnd, ['lifecycle', 'deprecationDate'], deprecationDate),
    ...within(yearsToEnd, ['lifecycle', 'retirementDate', 'date'], retirementDate?.date),
  ];
}

function orderProblems({ file, value }: Entry<AuthoredModel>): readonly Problem[] {
  const { releaseDate, knowledgeCutoff, lifecycle } = value;
  const inOrder = (
    [earlierName, earlier]: readonly [string, string | undefined],
    [laterName, later]: readonly [string, string | undefined],
    path: FieldPath,
  ): readonly Problem[] =>
    earlier === undefined || later === undefined || !isLater(earlier, later)
      ? []
      : [
          problemAt(file, path, {
            code: 'dates-out-of-order',
            message: `The ${laterName} ${later} is before the ${earlierName} ${earlier}.`,
            expected: 'knowledgeCutoff ≤ releaseDate ≤ deprecationDate ≤ retirementDate',
            found: foundText(file, path),
            fix: 'Check both dates at their sources; an id’s date is often not the launch.',
          }),
        ];
  const deprecation = lifecycle?.deprecationDate;
  const retirement = lifecycle?.retirementDate?.date;
  return [
    ...inOrder(
      ['knowledge cutoff', knowledgeCutoff],
      ['release', releaseDate],
      ['knowledgeCutoff'],
    ),
    ...inOrder(
      ['release', releaseDate],
      ['deprecation', deprecation],
      ['lifecycle', 'deprecationDate'],
    ),
    ...inOrder(
      deprecation ? ['deprecation', deprecation] : ['release', releaseDate],
      ['retirement', retirement],
      ['lifecycle', 'retirementDate', 'date'],
    ),
  ];
}

function priceDateProblems({ file, value }: Entry<AuthoredModel>): readonly Problem[] {
  const { pricing = [], releaseDate, lifecycle } = value;
  const retirement = lifecycle?.retirementDate;
  const end = retirement?.certainty === 'announced' ? retirement.date : undefined;
  return pricing.flatMap(({ from }, index) => {
    const path = ['pricing', index, 'from'];
    const previous = pricing[index - 1]?.from;
    if (releaseDate !== undefined && isLater(releaseDate, from)) {
      return [
        problemAt(file, path, {
          code: 'price-before-release',
          message: `The price from ${from} is before the release ${releaseDate}.`,
          expected: `a day from ${releaseDate} on`,
          found: from,
          fix: 'Check both dates at their sources.',
        }),
      ];
    }
    if (end !== undefined && from >= end) {
      return [
        problemAt(file, path, {
          code: 'price-after-end',
          message: `The price from ${from} starts when the model had ended, on ${end}.`,
          expected: `a day before ${end}`,
          found: from,
          fix: 'Find a source of the time when it was charged, or leave the price out.',
        }),
      ];
    }
    if (previous !== undefined && previous >= from) {
      return [
        problemAt(file, path, {
          code: 'prices-out-of-order',
          message: `The price from ${from} stands after the one from ${previous}.`,
          expected: 'one price a day, newest last',
          found: from,
          fix: 'Sort the prices by their day.',
        }),
      ];
    }
    return [];
  });
}
