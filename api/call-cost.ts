import type { ModelDocument } from '../src/shapes/model.ts';

type Price = NonNullable<ModelDocument['price']>;

/** The tokens of one call. */
export interface CallTokens {
  /** All input tokens, those read from the cache included. */
  readonly input: number;
  readonly output: number;
  /** Input tokens that were read from the cache. */
  readonly cached: number;
}

/**
 * What a call cost, in US dollars.
 *
 * A call with more input than a tier's threshold is charged at that tier's prices throughout. Where
 * no price for cached input is listed, it costs as much as other input; a tier that lists none for
 * output leaves it as it is.
 */
export function callCost(
  { tiers = [], ...base }: Price,
  { input, output, cached }: CallTokens,
): number {
  const rates = tiers.findLast(({ above }) => input > above) ?? base;
  const cachedRate = rates.cachedInput ?? rates.input;
  const perMillion =
    (input - cached) * rates.input +
    cached * cachedRate +
    output * (rates.output ?? base.output ?? 0);
  // Prices have at most six decimals, so that anything beyond twelve is an error of binary fractions.
  return Number((perMillion / 1e6).toFixed(12));
}
