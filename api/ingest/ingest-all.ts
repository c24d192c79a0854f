import { type IngestParts, ingestSource, type Outcome } from './ingest-source.ts';
import type { Source } from './source.ts';

/** How it went with one of several sources. */
export interface Ingested {
  readonly source: Source;
  readonly outcome: Outcome;
}

// As in the background: slow sites do not hold up the others.
const mostAtOnce = 4;

/**
 * Reads each source once. One that fails does not hold up the others.
 *
 * @returns how it went with each, in the order of the sources
 * @throws when storing fails
 */
export async function ingestAll(
  sources: readonly Source[],
  parts: IngestParts,
  {
    since,
    onIngested,
  }: { readonly since?: Date | undefined; readonly onIngested: (ingested: Ingested) => void },
): Promise<readonly Ingested[]> {
  const outcomes = new Map<Source, Outcome>();
  const waiting = [...sources];
  // A fault of ours, such as a database that is away, ends the other readings too.
  const failed = new AbortController();
  async function work(): Promise<void> {
    for (let source = waiting.shift(); source; source = waiting.shift()) {
      const outcome = await ingestSource(source, parts, { since, signal: failed.signal });
      outcomes.set(source, outcome);
      onIngested({ source, outcome });
    }
  }
  const works = Array.from({ length: mostAtOnce }, () =>
    work().catch((error: unknown) => {
      waiting.length = 0;
      failed.abort(error);
      throw error;
    }),
  );
  const [fault] = (await Promise.allSettled(works)).filter(({ status }) => status === 'rejected');
  if (fault) throw failed.signal.reason;
  return [...outcomes]
    .map(([source, outcome]) => ({ source, outcome }))
    .toSorted((one, other) => sources.indexOf(one.source) - sources.indexOf(other.source));
}
