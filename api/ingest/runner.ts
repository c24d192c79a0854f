import type { SourceState } from '../db/source-states.ts';
import type { Log } from '../log.ts';
import { counted, healthOf, type ItemCounts, type SourceHealth } from './health.ts';
import { type IngestParts, ingestSource } from './ingest-source.ts';
import { logFault, logOutcome } from './log-outcome.ts';
import { waitMs } from './schedule.ts';
import type { Source } from './source.ts';

/** What reading in the background takes. */
export interface RunnerParts extends IngestParts {
  readonly log: Log;
  /** Between 0 and 1: spreads the readings. */
  readonly random: () => number;
}

/** Sources that are read in the background. */
export interface Ingest {
  /** How each source does. */
  health(): readonly SourceHealth[];
  /** Ends what is being read and begins nothing more. */
  stop(): Promise<void>;
}

// Enough that slow sites do not hold up the others, few enough to leave the API its machine.
const mostAtOnce = 4;

/** Reads each source at its interval until it is stopped. A source that fails delays only itself. */
export function startIngest(sources: readonly Source[], parts: RunnerParts): Ingest {
  const states = new Map<string, SourceState>();
  const counts = new Map<string, ItemCounts>();
  const stopped = new AbortController();
  const timers = new Map<string, NodeJS.Timeout>();
  const waiting: Source[] = [];
  const working = new Set<Promise<void>>();

  function schedule(source: Source, state: SourceState, retryAfterMs?: number): void {
    states.set(source.id, state);
    if (stopped.signal.aborted) return;
    const ms = waitMs(source.everyMs, state, {
      now: parts.now(),
      random: parts.random(),
      retryAfterMs,
    });
    timers.set(source.id, setTimeout(() => enqueue(source), ms).unref());
  }

  function enqueue(source: Source): void {
    waiting.push(source);
    fill();
  }

  function fill(): void {
    while (working.size < mostAtOnce && waiting.length > 0 && !stopped.signal.aborted) {
      const work = readOnce(waiting.shift() as Source);
      working.add(work);
      void work.finally(() => {
        working.delete(work);
        fill();
      });
    }
  }

  async function readOnce(source: Source): Promise<void> {
    try {
      const outcome = await ingestSource(source, parts, { signal: stopped.signal });
      logOutcome(parts.log, source, states.get(source.id), outcome);
      counts.set(source.id, counted(counts.get(source.id), outcome));
      const retryAfterMs = outcome.kind === 'failed' ? outcome.error.retryAfterMs : undefined;
      schedule(source, outcome.state, retryAfterMs);
    } catch (error) {
      if (stopped.signal.aborted) return;
      // Not the source's fault: the database, or an error of ours.
      logFault(parts.log, source, error);
      const before = states.get(source.id) ?? { failures: 0 };
      const checkedAt = parts.now().toISOString();
      const failures = before.failures + 1;
      schedule(source, { ...before, checkedAt, failures, error: 'it could not be stored' });
    }
  }

  async function begin(source: Source): Promise<void> {
    const state = await parts.states.read(source.id).catch((error: unknown) => {
      logFault(parts.log, source, error);
      return { failures: 1, checkedAt: parts.now().toISOString() };
    });
    schedule(source, state);
  }

  const begun = Promise.all(sources.map(begin));
  return {
    health: () => healthOf(sources, states, counts),
    async stop() {
      stopped.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await begun;
      await Promise.all(working);
    },
  };
}
