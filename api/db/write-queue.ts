import { type InStatement, LibsqlError, type ResultSet } from '@libsql/client';
import type { Database } from './open.ts';

interface Work {
  readonly statements: readonly InStatement[];
  readonly settle: (results: readonly ResultSet[]) => void;
  readonly refuse: (cause: unknown) => void;
}

// A transaction that holds the write lock longer keeps other processes waiting.
const mostTogether = 200;

/**
 * Writes in order, many callers to a transaction: all that arrive while one is being written, or in
 * the same turn of the loop, share the next commit and its one flush to disk. A caller is answered
 * after that commit, so that what was answered is durable.
 */
export class WriteQueue {
  readonly #database: Database;
  #waiting: Work[] = [];
  #running: Promise<void> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs statements together, all or none. */
  write(statements: readonly InStatement[]): Promise<readonly ResultSet[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly ResultSet[]>();
    this.#waiting.push({ statements, settle: resolve, refuse: reject });
    this.#running ??= this.#run();
    return promise;
  }

  /** Resolves when everything that was asked for has been written. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, mostTogether));
    this.#running = undefined;
  }

  async #commit(together: readonly Work[]): Promise<void> {
    try {
      const results = await this.#database.batch(
        together.flatMap(({ statements }) => statements),
        'write',
      );
      let start = 0;
      for (const { statements, settle } of together) {
        settle(results.slice(start, start + statements.length));
        start += statements.length;
      }
    } catch (cause) {
      // One bad statement undid all; alone, only its own caller hears of it.
      if (together.length > 1 && isOfStatement(cause)) {
        for (const work of together) await this.#commit([work]);
      } else for (const { refuse } of together) refuse(cause);
    }
  }
}

/**
 * Whether a statement was refused for what it says. After anything else, such as a lost connection,
 * nobody knows whether the commit was done, and doing it again could do it twice.
 */
const isOfStatement = (cause: unknown): boolean =>
  cause instanceof LibsqlError && /^SQLITE_(CONSTRAINT|ERROR|MISMATCH)/.test(cause.code);
