import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { parseText } from './notice-file.ts';
import type { Parsed, RawFile } from './parse.ts';
import { parseShare, type Share } from './parse-share.ts';

// Fewer files are parsed sooner than a thread starts, and more threads wait for each other.
const fewestFiles = 100;
const mostThreads = 4;

/** Parses files of words on several cores; the answers stand in the order of the files. */
export async function parseOnThreads(files: readonly RawFile[]): Promise<readonly Parsed[]> {
  const others = Math.min(availableParallelism(), mostThreads) - 1;
  if (files.length < fewestFiles || others < 1) return files.map(parseText);
  const share: Share = { files, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const theirs = Array.from({ length: others }, () => parsedBeside(share));
  const shares = [parseShare(share), ...(await Promise.all(theirs))];
  const parsed = new Map(shares.flatMap((one) => [...one]));
  return files.map((file, index) => parsed.get(index) ?? parseText(file));
}

function parsedBeside(share: Share): Promise<ReadonlyMap<number, Parsed>> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<number, Parsed>>();
  new Worker(new URL('parse-thread.ts', import.meta.url), { workerData: share })
    .once('message', resolve)
    .once('error', reject);
  return promise;
}
