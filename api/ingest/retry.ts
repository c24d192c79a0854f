import { setTimeout as pause } from 'node:timers/promises';
import { SourceError } from './source-error.ts';

/** How long to wait before each repetition; as many repetitions as there are waits. */
export interface Patience {
  readonly waitsMs: readonly number[];
  /** The longest wait that a site may ask for within one reading; a longer one is left to the next. */
  readonly longestMs: number;
  /** Between 0 and 1: spreads the repetitions of many programs. */
  readonly random: () => number;
}

// What is over after seconds is worth waiting for; what takes longer is worth the next reading.
export const usualPatience: Patience = {
  waitsMs: [2_000, 8_000],
  longestMs: 30_000,
  random: Math.random,
};

/** Repeats work that fails of something passing, after the wait that the site asks for, or a growing one. */
export async function repeated<Answer>(
  work: () => Promise<Answer>,
  { waitsMs, longestMs, random }: Patience,
  signal?: AbortSignal,
): Promise<Answer> {
  for (const waitMs of waitsMs) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SourceError) || !error.isPassing) throw error;
      const asked = error.retryAfterMs ?? 0;
      if (asked > longestMs) throw error;
      await pause(Math.max(asked, waitMs * (0.5 + random())), undefined, { signal });
    }
  }
  return work();
}
