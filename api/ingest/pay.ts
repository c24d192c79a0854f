/** Pay as a board gives it, in words: "USD 200,000 to 280,000 per year". Absent where no amount is given. */
export function payInWords({
  currency,
  min,
  max,
  interval,
}: {
  readonly currency?: string | undefined;
  readonly min?: number | null | undefined;
  readonly max?: number | null | undefined;
  readonly interval?: string | undefined;
}): string | undefined {
  const amounts = [...new Set([min, max])]
    .filter((amount) => typeof amount === 'number')
    .map((amount) => amount.toLocaleString('en'));
  if (amounts.length === 0) return undefined;
  return [currency, amounts.join(' to '), interval && period(interval)].filter(Boolean).join(' ');
}

/** `per-year-salary`, `per year` and `YEAR` are all "per year". */
function period(interval: string): string {
  const words = interval
    .toLowerCase()
    .replace(/[-_]+/g, ' ')
    .replace(/ salary$/, '');
  return words.startsWith('per ') ? words : `per ${words}`;
}
