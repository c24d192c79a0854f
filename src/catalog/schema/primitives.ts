import { z } from 'zod';

/** What went wrong with one value, in the terms of a content fault: a code for programs, words for people. */
interface Fault {
  readonly code: string;
  readonly message: string;
  readonly expected: string;
  readonly fix?: string;
}

/** A string that a test accepts, or a fault whose words say what is wrong with what was found. */
function checkedString(isValid: (value: string) => boolean, fault: (value: string) => Fault) {
  return z.string().superRefine((value, context) => {
    if (isValid(value)) return;
    const { message, ...params } = fault(value);
    context.addIssue({ code: 'custom', message, params });
  });
}

const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Tells whether `YYYY-MM-DD` names a day of the calendar: `2026-02-31` does not. */
export function isCalendarDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const isCalendarMonth = (value: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(value);

const dateFault =
  (expected: string) =>
  (value: string): Fault => {
    const isShaped = /^\d{4}-\d{2}(-\d{2})?$/.test(value);
    return {
      code: 'wrong-date',
      message: isShaped
        ? `There is no such day or month as "${value}".`
        : `"${value}" is not a date this catalog can read.`,
      expected,
      fix: 'Write the date as the source gives it, in ISO 8601: 2024-05-13, or 2024-05 where only the month is known.',
    };
  };

/** ISO 8601 calendar day, `2024-05-13`. */
export const day = checkedString(
  isCalendarDay,
  dateFault('a day of the calendar, written YYYY-MM-DD'),
).meta({ format: 'date' });

/** ISO 8601 day or, where only the month is known, month: `2024-05-13`, `2023-10`. */
export const dayOrMonth = checkedString(
  (value) => isCalendarDay(value) || isCalendarMonth(value),
  dateFault('a day (YYYY-MM-DD) or a month (YYYY-MM) of the calendar'),
).meta({ pattern: String.raw`^\d{4}-\d{2}(-\d{2})?$` });

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Tells whether a text is a slug: runs of `a-z0-9` joined by single hyphens. */
export const isSlug = (value: string): boolean => slugPattern.test(value);

/** The slug nearest to a text: lower case, `+` spelled out, every other run of signs one hyphen. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A name in URLs and file names. */
export const slug = checkedString(isSlug, (value) => ({
  code: 'wrong-slug',
  message: `"${value}" is not a slug.`,
  expected: 'lower-case a-z and 0-9 in runs joined by single hyphens',
  fix: `Write "${slugOf(value)}".`,
})).meta({ pattern: slugPattern.source });

/** Tells whether a text is an absolute http(s) URL without credentials. */
export function isWebUrl(value: string): boolean {
  const url = URL.parse(value);
  return (
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.hostname.includes('.') &&
    url.username === '' &&
    !/\s/.test(value)
  );
}

/** An absolute address on the web. */
export const webUrl = checkedString(isWebUrl, (value) => ({
  code: 'wrong-url',
  message: `"${value}" is not an address on the web.`,
  expected: 'an absolute URL that starts with https:// or http://',
  fix: 'Copy the whole address from the browser.',
})).meta({ format: 'uri' });

const markup = /<[a-z/!][^>]*>|&[a-z]+;|&#\d+;|\]\(|\*\*|`|https?:\/\//i;

/** One or two sentences of plain text. */
export const sentence = (shortest: number, longest: number) =>
  z
    .string()
    .min(shortest)
    .max(longest)
    .superRefine((value, context) => {
      const found = markup.exec(value)?.[0];
      if (!found) return;
      context.addIssue({
        code: 'custom',
        message: `The text holds markup: "${found}".`,
        params: {
          code: 'markup',
          expected: 'plain text: no HTML, Markdown, entities or addresses',
          fix: 'Say it in words; addresses belong under links or sources.',
        },
      });
    });

/** A short plain name, as it is written by its owner. */
export const name = sentence(1, 80);

/** A count of tokens. */
export const tokens = z.int().positive().max(100_000_000);
