import type { Charges } from './rules/prices.ts';

const rates = {
  input: 'input',
  output: 'output',
  cachedInput: 'cached input',
  cacheWrite: 'cache write',
  audioInput: 'audio input',
  audioOutput: 'audio output',
} as const;

/** A rate, in US dollars per million tokens; absent where none was, or none is, charged. */
export interface ChangedRate {
  readonly key: keyof typeof rates;
  /** In words. */
  readonly rate: string;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

/** The rates of requests of common length that differ, those of tokens in text first. */
export const changedRates = ({
  before,
  after,
}: {
  readonly before: Charges;
  readonly after: Charges;
}): readonly ChangedRate[] =>
  (Object.keys(rates) as (keyof typeof rates)[])
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ key, rate: rates[key], before: before[key], after: after[key] }));
