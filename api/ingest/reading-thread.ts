import { parentPort } from 'node:worker_threads';
import { readAnswers } from './answers.ts';
import type { ThreadAnswer, ThreadTask } from './read-apart.ts';
import { UnreadableError } from './reader.ts';

parentPort?.on('message', ({ answers, source, span }: ThreadTask) => {
  parentPort?.postMessage(answered(() => readAnswers(answers, source, span)));
});

function answered(read: () => ReturnType<typeof readAnswers>): ThreadAnswer {
  try {
    return { reading: read() };
  } catch (error) {
    if (error instanceof UnreadableError) return { unreadable: error.message };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
