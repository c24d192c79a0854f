import { z } from '@hono/zod-openapi';
import { isCalendarDay } from '../../src/catalog/schema/primitives.ts';

/** Says of a parameter, whatever is wrong with it, what it takes and what was found. */
export const expecting = (expected: string) => ({
  error: ({ path = [], input }: z.core.$ZodRawIssue): string => {
    const name = String(path.at(-1));
    if (input === undefined) return `${name} is missing. It takes ${expected}.`;
    if (Array.isArray(input))
      return `${name} takes ${expected}, and was given ${input.length} times.`;
    return `${name} takes ${expected}, not "${String(input)}".`;
  },
});

/** A whole number in decimal digits. */
export function wholeNumber(minimum: number, maximum?: number) {
  const range = maximum === undefined ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`;
  const expected = expecting(`a whole number ${range}`);
  return (
    z
      .string(expected)
      // Fifteen digits are the most that a double holds without loss.
      .regex(/^\d{1,15}$/, { ...expected, abort: true })
      .transform(Number)
      .pipe(
        z
          .number()
          .min(minimum, expected)
          .max(maximum ?? Number.MAX_SAFE_INTEGER, expected),
      )
      .openapi({ type: 'integer', minimum, ...(maximum !== undefined && { maximum }) })
  );
}

/** A whole number that has a usual value. */
export const wholeNumberOr = (usual: number, minimum: number, maximum?: number) =>
  wholeNumber(minimum, maximum).default(usual).openapi({ default: usual });

/** A price as people write it, `0.25`. */
export function dollars() {
  const expected = expecting('an amount of US dollars such as 0.25');
  return z
    .string(expected)
    .regex(/^\d{1,9}(\.\d{1,9})?$/, expected)
    .transform(Number)
    .openapi({ type: 'number', minimum: 0 });
}

/** A day of the calendar. */
export function calendarDay() {
  const expected = expecting('a day of the calendar, written YYYY-MM-DD');
  return z.string(expected).refine(isCalendarDay, expected).meta({ format: 'date' });
}

export const choice = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, expecting(`one of ${values.join(', ')}`));

export const yesOrNo = () => choice(['true', 'false']).transform((value) => value === 'true');

export function text(longest: number, what = `1 to ${longest} characters`) {
  const expected = expecting(what);
  return z.string(expected).trim().min(1, expected).max(longest, expected);
}

/** Ids, repeated or separated by commas. */
export const ids = () =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap(commaSeparated))
    .refine((names) => names.length > 0, {
      error: ({ path = [] }) =>
        `${String(path.at(-1))} takes ids separated by commas, and names none.`,
    });

export const commaSeparated = (list: string): readonly string[] => list.split(',').filter(Boolean);

/** What `page` and `limit` take. */
export const pageQuery = (defaultLimit: number, mostLimit: number) => ({
  page: wholeNumberOr(1, 1).describe('counted from 1'),
  limit: wholeNumberOr(defaultLimit, 1, mostLimit).describe('how many at the most on a page'),
});

/** The slug in a path. */
export const slugParameter = z.object({ slug: z.string().describe('slug or alias of a model') });
