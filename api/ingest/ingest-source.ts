import type { StoredCounts, StoreItems } from '../db/items.ts';
import type { SourceState, SourceStates } from '../db/source-states.ts';
import type { Reading } from './answers.ts';
import { type ReadingParts, readSource } from './read-source.ts';
import type { Source } from './source.ts';
import { SourceError } from './source-error.ts';

/** What taking in sources takes. */
export interface IngestParts extends ReadingParts {
  readonly store: StoreItems;
  readonly states: SourceStates;
  readonly now: () => Date;
}

/** How it went with a source. */
export type Outcome =
  | {
      readonly kind: 'stored';
      readonly reading: Reading;
      readonly stored: StoredCounts;
      readonly state: SourceState;
    }
  | { readonly kind: 'unchanged'; readonly state: SourceState }
  | {
      readonly kind: 'failed';
      readonly error: SourceError;
      readonly state: SourceState;
    };

interface Options {
  /** From when on news and discussions are wanted. */
  readonly since?: Date | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a source, stores what it has and remembers how that went. A source that fails is an outcome, not an
 * error: nothing of it is stored, and what was stored before stays.
 *
 * @throws when storing fails, or when the signal aborts.
 */
export async function ingestSource(
  source: Source,
  parts: IngestParts,
  { since, signal }: Options = {},
): Promise<Outcome> {
  const now = parts.now();
  const before = await parts.states.read(source.id);
  try {
    // Who asks from when on wants what is known already, too.
    const known = since === undefined ? before : {};
    const read = await readSource(source, { now, since }, known, parts, signal);
    const { reading, etag, lastModified } = read;
    const checkedAt = now.toISOString();
    const done = { checkedAt, succeededAt: checkedAt, failures: 0 };
    if (reading === undefined) {
      // An answer without a change need not repeat what it is recognised by.
      const { etag: oldEtag, lastModified: oldLastModified } = before;
      const kept = { etag: etag ?? oldEtag, lastModified: lastModified ?? oldLastModified };
      const state = { ...done, ...kept };
      await parts.states.write(source.id, state);
      return { kind: 'unchanged', state };
    }
    const stored = await parts.store(source, reading.items, { isComplete: reading.isComplete });
    const state = { ...done, etag, lastModified };
    await parts.states.write(source.id, state);
    return { kind: 'stored', reading, stored, state };
  } catch (error) {
    if (signal?.aborted || !(error instanceof SourceError)) throw error;
    const state = {
      ...before,
      checkedAt: now.toISOString(),
      failures: before.failures + 1,
      error: error.message,
    };
    await parts.states.write(source.id, state);
    return { kind: 'failed', error, state };
  }
}
