import type { Database } from './open.ts';
import type { WriteQueue } from './write-queue.ts';

/** How an outside source does, and what to ask it with the next time. */
export interface SourceState {
  /** Of its last answer, for a conditional request. */
  readonly etag?: string | undefined;
  /** Of its last answer, as it was sent. */
  readonly lastModified?: string | undefined;
  readonly checkedAt?: string | undefined;
  readonly succeededAt?: string | undefined;
  /** In a row, up to the last check. */
  readonly failures: number;
  /** What the last check failed of. */
  readonly error?: string | undefined;
}

/** What is remembered of each source between two readings, and between two starts. */
export interface SourceStates {
  /** Of a source that was never read, nothing but that it has not failed. */
  read(source: string): Promise<SourceState>;
  write(source: string, state: SourceState): Promise<void>;
}

/** The states of sources as the database keeps them. */
export const sourceStates = (database: Database, writes: WriteQueue): SourceStates => ({
  async read(source) {
    const { rows } = await database.execute({
      sql: `SELECT etag, last_modified, checked_at, succeeded_at, failures, error
        FROM source_states
        WHERE source = ?`,
      args: [source],
    });
    const row = rows[0];
    const text = (column: string): string | undefined =>
      typeof row?.[column] === 'string' ? row[column] : undefined;
    return {
      etag: text('etag'),
      lastModified: text('last_modified'),
      checkedAt: text('checked_at'),
      succeededAt: text('succeeded_at'),
      failures: Number(row?.['failures'] ?? 0),
      error: text('error'),
    };
  },
  async write(source, { etag, lastModified, checkedAt, succeededAt, failures, error }) {
    await writes.write([
      {
        sql: `INSERT OR REPLACE INTO source_states
            (source, etag, last_modified, checked_at, succeeded_at, failures, error)
          VALUES (?, ?, ?, ?, ?, ?, ?)`,
        args: [
          source,
          etag ?? null,
          lastModified ?? null,
          checkedAt ?? null,
          succeededAt ?? null,
          BigInt(failures),
          error ?? null,
        ],
      },
    ]);
  },
});
