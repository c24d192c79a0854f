import type { SourceState } from '../db/source-states.ts';

// A source that failed once is asked again soon; one that keeps failing, ever more rarely, down to daily.
const firstAgainMs = 5 * 60_000;
const mostAgainMs = 86_400_000;

// A site that asks for more than this has made a mistake.
const longestAskedMs = 7 * 86_400_000;

// Sources that were never read begin within this, so that a start is not a burst.
const firstSpreadMs = 30_000;

/**
 * Milliseconds from now until a source is to be read: its interval after the last check; after failures
 * a time that doubles with each, and never before the site allows it. Spread by a tenth, so that sources which
 * were read together do not stay together.
 *
 * @param random between 0 and 1
 */
export function waitMs(
  everyMs: number,
  { checkedAt, failures }: SourceState,
  {
    now,
    random,
    retryAfterMs = 0,
  }: { now: Date; random: number; retryAfterMs?: number | undefined },
): number {
  if (checkedAt === undefined) return random * firstSpreadMs;
  const usual =
    failures === 0 ? everyMs : Math.min(firstAgainMs * 2 ** (failures - 1), mostAgainMs);
  const spread = usual * (0.9 + random * 0.2);
  const asked = Math.min(retryAfterMs, longestAskedMs);
  const due = Date.parse(checkedAt) + Math.max(spread, asked);
  // What fell due while nothing ran begins as those do that were never read.
  return due > now.getTime() ? due - now.getTime() : random * firstSpreadMs;
}
