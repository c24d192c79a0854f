import { type Ingested, ingestAll } from '../api/ingest/ingest-all.ts';
import type { IngestParts } from '../api/ingest/ingest-source.ts';
import type { Source } from '../api/ingest/source.ts';
import { outcomeLine, remarkLines, summaryLines } from './ingest-report.ts';

/** What `npm run ingest` was asked. */
export interface IngestRun {
  readonly sources: readonly Source[];
  readonly since: Date | undefined;
  readonly isDryRun: boolean;
  /** Whether somebody watches, and wants to see how far it is. */
  readonly isWatched: boolean;
}

/** Reads sources and tells what became of each, as it is done. @returns the exit status: 0, or 3 when some failed */
export async function runIngest(
  { sources, since, isDryRun, isWatched }: IngestRun,
  parts: IngestParts,
  write: (line: string) => void,
): Promise<0 | 3> {
  let done = 0;
  const all = await ingestAll(sources, parts, {
    since,
    onIngested(ingested: Ingested) {
      done += 1;
      const progress = isWatched ? `${done} of ${sources.length}  ` : '';
      for (const line of [outcomeLine(ingested, isDryRun), ...remarkLines(ingested)]) {
        write(line.startsWith(' ') ? line : progress + line);
      }
    },
  });
  for (const line of summaryLines(all, isDryRun)) write(line);
  return all.some(({ outcome }) => outcome.kind === 'failed') ? 3 : 0;
}
