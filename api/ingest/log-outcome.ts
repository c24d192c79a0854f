import type { SourceState } from '../db/source-states.ts';
import type { Log } from '../log.ts';
import type { Outcome } from './ingest-source.ts';
import type { Source } from './source.ts';

/**
 * Logs what is worth a line: that a source brought something, that it began to fail, that it is back. What goes
 * on as it did before, such as failing all night without network, is for `debug`.
 */
export function logOutcome(
  log: Log,
  { id }: Source,
  before: SourceState | undefined,
  outcome: Outcome,
): void {
  if (outcome.kind === 'failed') {
    const { error, state } = outcome;
    const level = state.failures === 1 ? 'warn' : 'debug';
    log(level, { source: id, failures: state.failures, error: error.message });
    return;
  }
  if ((before?.failures ?? 0) > 0) {
    log('info', { source: id, recoveredAfterFailures: before?.failures });
  }
  if (outcome.kind === 'unchanged') {
    log('debug', { source: id, unchanged: true });
    return;
  }
  const { created, updated, unchanged, closed, refused } = outcome.stored;
  const notRead = outcome.reading.refused.length + outcome.reading.unread;
  const level = created + updated + closed > 0 ? 'info' : 'debug';
  log(level, {
    source: id,
    created,
    updated,
    unchanged,
    closed,
    refused: refused.length + notRead,
  });
}

/** Logs that reading a source met an error of ours. */
export function logFault(log: Log, { id }: Source, error: unknown): void {
  log('error', { source: id, error: error instanceof Error ? error.stack : String(error) });
}
