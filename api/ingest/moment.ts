const zone = /(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2})\s*(?:\(.*\))?$/i;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

// Nothing was written about language models, or posted on today's sites, before; a date from before is
// an empty field of some database.
const earliest = Date.UTC(1990, 0, 1);

/** When something happened, or why what its site says of that cannot be used. */
export type Moment =
  | { readonly at: string; readonly fault?: never }
  | { readonly at?: never; readonly fault: string };

/**
 * Reads a time as sites write it: ISO 8601, RFC 822 and what resembles them, or milliseconds since 1970.
 * A time without a zone is UTC, so that the answer is the same on every machine.
 */
export function readMoment(written: string | number, now: Date): Moment {
  const time = typeof written === 'number' ? written : Date.parse(zoned(written.trim()));
  if (Number.isNaN(time) || time < earliest) return { fault: `"${written}" is no date` };
  if (time > now.getTime()) return { fault: `its date, ${written}, lies in the future` };
  return { at: new Date(time).toISOString() };
}

function zoned(written: string): string {
  if (isoDay.test(written)) return written;
  // A second of one digit, "12:35:1+01:00", is what a careless template makes of 12:35:01.
  const mended = written.replace(/:(\d)(?=[+\-Z])/, ':0$1');
  if (/\d:\d/.test(mended) && zone.test(mended)) return mended;
  return /^\d{4}-\d{2}-\d{2}T/.test(mended) ? `${mended}Z` : `${mended} UTC`;
}
