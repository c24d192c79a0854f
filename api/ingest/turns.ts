import { setTimeout as pause } from 'node:timers/promises';

/** Lets one request at a time to each site, the next when the pause after the last is over. */
export type Turns = <Answer>(
  origin: string,
  /** Milliseconds; asked when they begin to count, since a site's robots.txt is read with its first request. */
  pauseMs: () => number,
  work: () => Promise<Answer>,
  signal?: AbortSignal,
) => Promise<Answer>;

/** Turns of a process. */
export function takeTurns(): Turns {
  // When the last request to a site ends or ended. As many as there are sites.
  const last = new Map<string, Promise<number>>();
  return (origin, pauseMs, work, signal) => {
    const turn = afterPause(last.get(origin), pauseMs, signal).then(work);
    const ended = (): number => performance.now();
    last.set(origin, turn.then(ended, ended));
    return turn;
  };
}

async function afterPause(
  before: Promise<number> | undefined,
  pauseMs: () => number,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (before === undefined) return;
  const left = (await before) + pauseMs() - performance.now();
  if (left > 0) await pause(left, undefined, { signal });
}
