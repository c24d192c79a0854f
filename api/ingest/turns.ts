import { setTimeout as pause } from 'node:timers/promises';

/** Lets one request at a time to each site, with a pause in between. */
export type Turns = <Answer>(
  origin: string,
  pauseMs: number,
  work: () => Promise<Answer>,
  signal?: AbortSignal,
) => Promise<Answer>;

/** Turns of a process. */
export function takeTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (origin, pauseMs, work, signal) => {
    const before = last.get(origin);
    const turn = before
      ? before.then(() => pause(pauseMs, undefined, { signal })).then(work)
      : work();
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    last.set(origin, settled);
    // Sites that nobody waits for are forgotten after the pause that they are owed.
    void settled
      .then(() => pause(pauseMs, undefined, { ref: false }))
      .then(() => {
        if (last.get(origin) === settled) last.delete(origin);
      });
    return turn;
  };
}
