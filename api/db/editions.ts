import { type InStatement, LibsqlError, type ResultSet } from '@libsql/client';
import type { Database } from './open.ts';
import type { WriteQueue } from './write-queue.ts';

// Of writers at once one is through each time, so that only a crowd of processes comes this far.
const mostTries = 50;

// One after the other within this process; only another process on the database can come between.
const lastOf = new WeakMap<WriteQueue, Promise<unknown>>();

/** What is to be written, and what it comes to once it is, by the results of the statements. */
interface Thought<Result> {
  readonly statements: readonly InStatement[];
  readonly done: (results: readonly ResultSet[]) => Result;
}

/**
 * Reads, thinks and writes as if nobody else wrote meanwhile. What was thought out is written as the
 * next edition if that is still the next; else all is done again on what is there by then.
 *
 * @param think what is to be written as an edition, given the one that it stands on.
 */
export function onEdition<Result>(
  database: Database,
  writes: WriteQueue,
  think: (edition: bigint) => Promise<Thought<Result>>,
): Promise<Result> {
  const before = lastOf.get(writes) ?? Promise.resolve();
  const turn = before.then(() => written(database, writes, think));
  lastOf.set(
    writes,
    turn.catch(() => undefined),
  );
  return turn;
}

async function written<Result>(
  database: Database,
  writes: WriteQueue,
  think: (edition: bigint) => Promise<Thought<Result>>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    const edition = await currentEdition(database);
    const { statements, done } = await think(edition + 1n);
    if (statements.length === 0) return done([]);
    try {
      const [, ...results] = await writes.write([nextEdition(edition), ...statements]);
      return done(results);
    } catch (error) {
      if (!isPassed(error) || tries === mostTries) throw error;
    }
  }
}

/** The edition that stands. */
export async function currentEdition(database: Database): Promise<bigint> {
  const { rows } = await database.execute('SELECT edition FROM item_editions WHERE only = 1');
  return BigInt(rows[0]?.['edition'] as number);
}

/** Fails, and with it all that is written together, when the edition has passed: NULL is refused. */
const nextEdition = (edition: bigint): InStatement => ({
  sql: `UPDATE item_editions
    SET edition = CASE WHEN edition = ? THEN edition + 1 END
    WHERE only = 1`,
  args: [edition],
});

const isPassed = (error: unknown): boolean =>
  error instanceof LibsqlError && error.message.includes('item_editions.edition');
