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

// Nothing in the field is older or announced further ahead; another century is a slip of the pen.
const isThisCentury = (value: string): boolean => value.startsWith('20');

/** What to do about a wrong date, by the fields that take it. */
export const dateFixes = {
  day: 'Write the day as the source gives it, in ISO 8601: 2024-05-13.',
  dayOrMonth:
    'Write the date as the source gives it, in ISO 8601: 2024-05-13, or 2024-05 where only the month is known.',
} as const;

/** Marks a field that takes a day or a month, in JSON Schema’s terms. */
export const datePattern = String.raw`^\d{4}-\d{2}(-\d{2})?$`;

function dateMessage(value: string): string {
  if (!new RegExp(datePattern).test(value)) {
    return `"${value}" is not a date this catalog can read.`;
  }
  if (!isCalendarDay(value) && !isCalendarMonth(value)) {
    return `There is no such day or month as "${value}".`;
  }
  return isThisCentury(value) ? `"${value}" names no day.` : `"${value}" is not in this century.`;
}

/** ISO 8601 calendar day, `2024-05-13`. */
export const day = checkedString(
  (value) => isCalendarDay(value) && isThisCentury(value),
  (value) => ({
    code: 'wrong-date',
    message: dateMessage(value),
    expected: 'a day of the calendar, written YYYY-MM-DD',
    fix: dateFixes.day,
  }),
).meta({ format: 'date' });

/** ISO 8601 day or, where only the month is known, month: `2024-05-13`, `2023-10`. */
export const dayOrMonth = checkedString(
  (value) => (isCalendarDay(value) || isCalendarMonth(value)) && isThisCentury(value),
  (value) => ({
    code: 'wrong-date',
    message: dateMessage(value),
    expected: 'a day (YYYY-MM-DD) or a month (YYYY-MM) of the calendar',
    fix: dateFixes.dayOrMonth,
  }),
).meta({ pattern: datePattern });

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Marks a field that takes a slug, in JSON Schema’s terms. */
export const slugSource = slugPattern.source;

// File systems end names at 255 bytes, and a name gets endings such as .json.gz; addresses should be short.
const longestSlug = 100;

/** Tells whether a text is a slug: runs of `a-z0-9` joined by single hyphens, at most 100 characters. */
export const isSlug = (value: string): boolean =>
  value.length <= longestSlug && slugPattern.test(value);

/** The slug nearest to a text: lower case, `+` spelled out, every other run of signs one hyphen. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-|-$/g, '');

export const slugInWords = `lower-case a-z and 0-9 in runs joined by single hyphens, at most ${longestSlug} characters`;

/** A name in URLs and file names. */
export const slug = checkedString(isSlug, (value) => ({
  code: 'wrong-slug',
  message: `"${value}" is not a slug.`,
  expected: slugInWords,
  fix: slugOf(value) ? `Write "${slugOf(value)}".` : 'Write it with letters a-z.',
})).meta({ pattern: slugSource, maxLength: longestSlug });

// Whitespace, and the signs that RFC 3986 keeps out of a URL: a browser would read them as something else.
const notInUrl = /[\s"<>\\^`{|}]/;

const hostWithDot = /^[\w-]+(?:\.[\w-]+)+$/;

/** Tells whether a text is an absolute http(s) URL without credentials. */
export function isWebUrl(value: string): boolean {
  const url = URL.parse(value);
  return (
    url !== null &&
    /^https?:\/\/[^/]/i.test(value) &&
    hostWithDot.test(url.hostname) &&
    url.username === '' &&
    url.password === '' &&
    !notInUrl.test(value)
  );
}

/** An absolute address on the web. */
export const webUrl = checkedString(isWebUrl, (value) => ({
  code: 'wrong-url',
  message: `"${value}" is not an address on the web.`,
  expected:
    'an absolute URL that starts with https:// or http://, without a user name, spaces, quotes or signs such as < > { }',
  fix: 'Copy the whole address from the browser.',
})).meta({ format: 'uri' });

const markup = /<[a-z/!?][^>\s]*>?|&#?\w+;|\]\(|\]\[|\*\*|__|~~|^#+ |`|https?:|www\./i;

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
          culprit: found,
          expected: 'plain text: no HTML, Markdown, entities or addresses',
          fix: 'Say it in words; addresses belong under links or sources.',
        },
      });
    });

/** A short plain name, as it is written by its owner. */
export const name = sentence(1, 80);

/** What goes into a request to name a model, or what another catalog calls it. */
export const identifier = checkedString(
  (value) => /^[\w.:/@%+~-]{1,200}$/.test(value),
  (value) => ({
    code: 'wrong-id',
    message: `"${value}" is not an id that a request could hold.`,
    expected: 'at most 200 letters, digits and signs of . _ - : / @ % + ~, without spaces',
    fix: 'Copy the id as the source gives it.',
  }),
);

const mostTokens = 100_000_000;

/** A count of tokens. */
export const tokens = z.int().positive().max(mostTokens);

/** A limit on what a model reads, in tokens: the shortest of any is 512, and 128 was meant as 128 thousand. */
export const contextTokens = z.int().min(256).max(mostTokens);
