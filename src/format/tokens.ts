/** A count of tokens or parameters in three significant digits and a unit: 128K, 1.05M, 671B. */
export function compactCount(count: number): string {
  const units = [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ] as const;
  // 999,999 is 1M, not 1000K: the unit is chosen after rounding.
  const rounded = Number(count.toPrecision(3));
  const [size, unit] = units.find(([size]) => rounded >= size) ?? [1, ''];
  return `${Number((rounded / size).toPrecision(3))}${unit}`;
}

const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A whole number with its thousands set apart: 128,000. */
export const exactCount = (count: number): string => exact.format(count);

/** The same with its noun, for what can be unknown: "128,000 tokens" or nothing. */
export const exactTokens = (count: number | undefined): string | undefined =>
  count === undefined ? undefined : `${exactCount(count)} tokens`;
