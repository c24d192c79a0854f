import { z } from 'zod';
import { confidence } from './confidence.ts';
import { day, sentence, tokens, webUrl } from './primitives.ts';

// A tenth of the cheapest price known, and above any price per token: those are off by a million.
export const leastPrice = 0.0005;
export const highestPrice = 1000;
// More digits are left over from a calculation: nobody charges by the trillionth of a dollar.
export const priceDecimals = 6;

const usDollars = z
  .number()
  .max(highestPrice)
  .superRefine((value, context) => {
    const rounded = Number(value.toFixed(priceDecimals));
    const expected = `US dollars per million tokens, from ${leastPrice} to ${highestPrice}`;
    if (value < leastPrice) {
      context.addIssue({
        code: 'custom',
        message: `The price ${value} is below ${leastPrice} dollars per million tokens.`,
        params: {
          code: 'too-small',
          expected,
          fix:
            value === 0
              ? 'A free tier or a plan is no price: leave it out.'
              : 'Compare with the source: a price per token is a million times lower.',
        },
      });
    } else if (rounded !== value) {
      context.addIssue({
        code: 'custom',
        message: `The price ${value} has more than ${priceDecimals} decimals.`,
        params: {
          code: 'too-precise',
          expected,
          fix: `Write ${rounded} if the rest comes from a calculation.`,
        },
      });
    }
  })
  .meta({ minimum: leastPrice })
  .describe('US dollars per million tokens. A free tier or a plan is no price: leave it out');

/** What a maker or a host asks for tokens. */
export const rates = {
  input: usDollars.describe('US dollars per million input tokens'),
  output: usDollars
    .optional()
    .describe('US dollars per million output tokens; absent for models that give no tokens'),
  cachedInput: usDollars
    .optional()
    .describe('US dollars per million input tokens read from the cache'),
  cacheWrite: usDollars
    .optional()
    .describe('US dollars per million input tokens written to the cache'),
};

/** A row of a dated list of prices. */
export const price = z.strictObject({
  from: day.describe('the first day on which this price is known to hold'),
  dateIs: z
    .enum(['announced', 'observed'])
    .optional()
    .describe('announced: the maker named that day; observed: the source was read that day'),
  ...rates,
  audioInput: usDollars.optional().describe('US dollars per million audio input tokens'),
  audioOutput: usDollars.optional().describe('US dollars per million audio output tokens'),
  tiers: z
    .array(
      z.strictObject({
        above: tokens.describe('applies to requests with more input tokens than this'),
        ...rates,
      }),
    )
    .min(1)
    .optional()
    .describe('higher prices for long requests, by rising threshold'),
  source: webUrl,
  confidence: confidence.optional(),
  note: sentence(3, 200).optional().describe('a condition of the price that no field says'),
});
