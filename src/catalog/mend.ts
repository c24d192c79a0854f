import type { z } from 'zod';
import { orderMends } from './mend-order.ts';
import { valueMends } from './mend-values.ts';

/** A replacement of characters `start` to `end` of a text, and what it does, in words. */
export interface Mend {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly told: string;
}

/** A content file after everything that needs no judgement was mended, and what was done to it. */
interface Mended {
  readonly text: string;
  readonly mends: readonly string[];
}

/**
 * Mends how a file is written: line ends, spaces, the spelling of keys, dates, dashes, fixed words
 * and licences of the SPDX list, the order of keys and prices. Only the characters at fault change, so
 * that comments and layout stay.
 *
 * @param schema that of the file's kind; its keys are in the order that files keep.
 */
export function mended(schema: z.ZodType, text: string): Mended {
  const spaced = plainSpaces(text);
  const written = applied(spaced.text, valueMends(schema, spaced.text));
  let ordered: Mended = { text: written.text, mends: [] };
  // One map a turn, since each move changes where the others stand.
  for (;;) {
    const [first] = orderMends(schema, ordered.text);
    if (!first) break;
    const { text: next, mends } = applied(ordered.text, [first]);
    ordered = { text: next, mends: [...ordered.mends, ...mends] };
  }
  return { text: ordered.text, mends: [...spaced.mends, ...written.mends, ...ordered.mends] };
}

function applied(text: string, mends: readonly Mend[]): Mended {
  // From the end, so that the places before stay what they are.
  const done = mends
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (all, { start, end, text: other }) => all.slice(0, start) + other + all.slice(end),
      text,
    );
  return { text: done, mends: mends.map(({ told }) => told) };
}

const twoEach = (lead: string): string => lead.replaceAll('\t', '  ');

const spaceRules: readonly (readonly [RegExp, string | typeof twoEach, string])[] = [
  [/^\uFEFF/, '', 'took the byte-order mark away'],
  [/\r\n?/g, '\n', 'made line ends plain'],
  [/[\u00A0\u2007\u202F]/g, ' ', 'made hard spaces plain'],
  [/^[ \t]*\t[ \t]*/gm, twoEach, 'made tabs two spaces each'],
  [/[ \t]+$/gm, '', 'took spaces at line ends away'],
  [/\n*$/, '\n', 'ended the file with one line end'],
];

function plainSpaces(text: string): Mended {
  let done = text;
  const mends: string[] = [];
  for (const [pattern, replacement, told] of spaceRules) {
    // One call takes both kinds of replacement; the compiler wants to know which.
    const next = done.replace(pattern, (found) =>
      typeof replacement === 'string' ? replacement : replacement(found),
    );
    if (next !== done) mends.push(told);
    done = next;
  }
  return { text: done, mends };
}
