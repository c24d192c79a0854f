import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Answer, Reading } from './answers.ts';
import type { Span } from './reader.ts';
import type { Source } from './source.ts';
import { SourceError } from './source-error.ts';

/** What the thread is asked. */
export interface ThreadTask {
  readonly answers: readonly Answer[];
  readonly source: Source;
  readonly span: Span;
}

/** What it says. */
export type ThreadAnswer =
  | { readonly reading: Reading; readonly unreadable?: never; readonly failure?: never }
  | { readonly unreadable: string; readonly failure?: never }
  | { readonly failure: string; readonly unreadable?: never };

/** Reads answers in a thread apart. */
export interface ReadApart {
  read(task: ThreadTask): Promise<Reading>;
  /** Ends the thread, and what it reads. */
  close(): Promise<void>;
}

// The largest board of all is read within a second; what takes this long was made to.
const usualLongestMs = 20_000;

// Several times what the largest board takes.
const mostMemoryMb = 512;

// A thread takes 40 MB; sources come in bunches.
const idleMs = 30_000;

/**
 * Reads answers one after the other in a thread of its own, so that a large one delays no request to the
 * API, and one that never ends, or fills the memory, ends with its thread.
 */
export function readApart(longestMs = usualLongestMs): ReadApart {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  async function end(): Promise<void> {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }
  async function now(task: ThreadTask): Promise<Reading> {
    clearTimeout(idle);
    worker ??= newWorker();
    const answer = await answerOf(worker, task, longestMs).catch(async (error: unknown) => {
      await end();
      throw error;
    });
    idle = setTimeout(() => void end(), idleMs).unref();
    if (answer.unreadable !== undefined) throw new SourceError('unreadable', answer.unreadable);
    if (answer.failure !== undefined) throw new Error(answer.failure);
    return answer.reading;
  }
  return {
    read(task) {
      const reading = last.then(() => now(task));
      last = reading.catch(() => undefined);
      return reading;
    },
    async close() {
      clearTimeout(idle);
      await end();
    },
  };
}

function newWorker(): Worker {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  // It holds nobody up: a process that has nothing else to do may end.
  worker.unref();
  return worker;
}

async function answerOf(
  worker: Worker,
  task: ThreadTask,
  longestMs: number,
): Promise<ThreadAnswer> {
  const done = new AbortController();
  const { signal } = done;
  const told = once(worker, 'message', { signal }).then(([answer]) => answer as ThreadAnswer);
  const ended = once(worker, 'exit', { signal }).then(() => {
    throw new Error('the thread ended');
  });
  // This timer keeps the process while the thread works for it.
  const late = pause(longestMs, undefined, { signal }).then(() => {
    throw new Error(`not read within ${longestMs} ms`);
  });
  worker.postMessage(task);
  try {
    return await Promise.race([told, ended, late]);
  } catch (cause) {
    throw new SourceError('unreadable', 'its answer is too much to read', { cause });
  } finally {
    done.abort();
    // The two that lost end by the signal.
    await Promise.allSettled([told, ended, late]);
  }
}
