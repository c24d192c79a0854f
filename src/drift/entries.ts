import type { z } from 'zod';
import type { Listing, OutsideSet, Traits, Unread } from './outside-set.ts';

/** An entry of a set before it was looked at, under the name by which faults are told. */
export interface RawEntry {
  readonly id: string;
  readonly value: unknown;
}

/** What one entry brings: a listing, faults beside it, or nothing because it is no model of ours to compare. */
export interface ReadEntry {
  readonly listing?: Listing;
  readonly unread?: readonly Unread[];
}

/** A text as JSON. @throws when it is none, with its beginning. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const beginning = text.trim().slice(0, 40).replace(/\s+/g, ' ');
    throw new Error(beginning === '' ? 'is empty' : `is no JSON: it begins with “${beginning}”`, {
      cause,
    });
  }
}

/**
 * Reads entries one by one. One that does not fit is named and left out; the rest are compared.
 *
 * @param form what the set looks like, for the message.
 * @throws when there is no entry, or when none fits: then the text is another set’s.
 */
export function readEntries<Schema extends z.ZodType>(
  raw: readonly RawEntry[],
  {
    form,
    schema,
    read,
  }: {
    readonly form: string;
    readonly schema: Schema;
    readonly read: (id: string, entry: z.infer<Schema>) => ReadEntry;
  },
): OutsideSet {
  const listings: Listing[] = [];
  const unread: Unread[] = [];
  let fitting = 0;
  for (const { id, value } of raw) {
    const result = schema.safeParse(value);
    if (!result.success) {
      unread.push({ id, reason: issueText(result.error) });
      continue;
    }
    fitting += 1;
    const entry = read(id, result.data);
    if (entry.listing) listings.push(entry.listing);
    unread.push(...(entry.unread ?? []));
  }
  if (fitting === 0) throw new Error(wrongForm(form));
  return { listings, unread };
}

/** That a text is another set’s, or none’s. */
export const wrongForm = (form: string): string => `has another form than expected: ${form}`;

/** The traits of which something is said. */
export const stated = (flags: Readonly<Record<string, boolean | undefined>>): Traits =>
  Object.fromEntries(
    Object.entries(flags).filter((entry): entry is [string, boolean] => entry[1] !== undefined),
  );

function issueText({ issues }: z.ZodError): string {
  const [issue] = issues;
  const where = issue?.path.join('.');
  return where ? `${where}: ${issue?.message}` : (issue?.message ?? '');
}
