import { highestPrice, leastPrice, priceDecimals } from '../catalog/schema/price.ts';
import type { OutsidePrice, Rates, Unread } from './outside-set.ts';

type Given = { readonly [Rate in keyof Rates]: number | undefined };

const rateNames = ['input', 'output', 'cachedInput', 'cacheWrite'] as const;

/** Dollars per million tokens of dollars per token, given as a number or as text. */
export const perMillion = (perToken: number | string | null | undefined): number | undefined =>
  perToken === undefined || perToken === null || perToken === ''
    ? undefined
    : Number(perToken) * 1e6;

/** A price, or why it could not be taken: the rest of its entry is compared all the same. */
export function priceOrFault(
  id: string,
  price: () => OutsidePrice | undefined,
): { readonly price?: OutsidePrice; readonly unread: readonly Unread[] } {
  try {
    const read = price();
    return { ...(read && { price: read }), unread: [] };
  } catch (error) {
    return { unread: [{ id, reason: (error as Error).message }] };
  }
}

/**
 * A price of dollars per million tokens, to the decimals that the catalog keeps. Zero is a free tier or a
 * plan and below it a price that depends: both are absent, as is a price without input.
 *
 * @throws when a rate is out of the catalog’s range, as one in another unit is.
 */
export function priceOf(
  given: Given,
  tiers: readonly (Given & { readonly above: number })[] = [],
): OutsidePrice | undefined {
  const rates = ratesOf(given);
  if (!rates) return undefined;
  const dearer = tiers.flatMap(({ above, ...tier }) => {
    const own = ratesOf(tier);
    return own ? [{ above, ...own }] : [];
  });
  const rising = dearer.toSorted((one, other) => one.above - other.above);
  return { ...rates, ...(rising.length > 0 && { tiers: rising }) };
}

function ratesOf(given: Given): Rates | undefined {
  const entries = rateNames.flatMap((name) => {
    const rate = Number((given[name] ?? 0).toFixed(priceDecimals));
    // Told by what was given: a rate that rounds to nothing is out of range, not free.
    if (!given[name] || given[name] < 0) return [];
    if (rate >= leastPrice && rate <= highestPrice) return [[name, rate] as const];
    throw new Error(
      `${name} would be ${given[name]} dollars per million tokens, and no price is below ${leastPrice} or above ${highestPrice}`,
    );
  });
  const rates = Object.fromEntries(entries);
  return 'input' in rates ? (rates as Rates) : undefined;
}

// Nobody changes a price by less: such a rate comes from a conversion.
const leastChange = 0.001;

/** The rates that a set gives and that are not ours. */
export const differingRates = (
  ours: Partial<Rates> | undefined,
  theirs: Rates,
): readonly (keyof Rates)[] =>
  rateNames.filter((name) => {
    const [one, other] = [ours?.[name], theirs[name]];
    if (other === undefined) return false;
    return one === undefined || Math.abs(other - one) > one * leastChange;
  });
