import { parseText } from './notice-file.ts';
import type { Parsed, RawFile } from './parse.ts';

/** Files that several threads parse together. */
export interface Share {
  readonly files: readonly Pick<RawFile, 'path' | 'bytes'>[];
  /** How many files are taken, seen by every thread. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

// Enough that threads seldom meet, few enough that all end at the same time.
const filesAtOnce = 8;

/** Parses files as long as some are left that no other thread took: by their place in the list. */
export function parseShare({ files, taken }: Share): ReadonlyMap<number, Parsed> {
  const parsed = new Map<number, Parsed>();
  for (;;) {
    const first = Atomics.add(taken, 0, filesAtOnce);
    if (first >= files.length) return parsed;
    for (const [offset, { path, bytes }] of files.slice(first, first + filesAtOnce).entries()) {
      parsed.set(first + offset, parseText({ path, bytes: Buffer.from(bytes) }));
    }
  }
}
