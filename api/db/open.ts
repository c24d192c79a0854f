import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Client, createClient, LibsqlError } from '@libsql/client';
import { migrate } from './migrate.ts';

export type Database = Client;

interface DatabaseSettings {
  /** `file:` for an embedded database, else the address of a libSQL server. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** File of an embedded replica of that server; reads come from it. */
  readonly replica?: string | undefined;
}

// Longer than any write of this program takes; a writer of another process has ended by then.
const busyTimeoutMs = 10_000;

/** Opens the database and brings it to the newest migration. @throws when it cannot be opened or migrated. */
export async function openDatabase({
  url,
  authToken,
  replica,
}: DatabaseSettings): Promise<Database> {
  const path = /^file:([^?]+)/.exec(url)?.[1];
  if (path !== undefined) await mkdir(dirname(path), { recursive: true });
  const database = createClient({
    url: replica === undefined ? url : `file:${replica}`,
    ...(replica !== undefined && { syncUrl: url, syncInterval: 1 }),
    ...(authToken !== undefined && { authToken }),
    timeout: busyTimeoutMs,
  });
  // Kept in the file: readers do not wait for the writer. Synchronous stays FULL, its default.
  if (path !== undefined) await database.execute('PRAGMA journal_mode = WAL');
  try {
    await migrate(database);
  } catch (cause) {
    database.close();
    if (!isDatabaseAway(cause)) throw cause;
    // Without its query, which may hold a token.
    const address = url.replace(/\?.*/, '');
    throw new Error(`The database at ${address} cannot be reached; LIBSQL_URL names it.`, {
      cause,
    });
  }
  return database;
}

/** Whether an error means that the database could not be reached, or was held by others too long. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof LibsqlError) {
    return /^(SQLITE_(BUSY|CANTOPEN|FULL|IOERR)|HRANA_|SERVER_ERROR|CLIENT_CLOSED)/.test(
      error.code,
    );
  }
  // What the HTTP client lets through when nothing answers.
  return error instanceof TypeError && error.message === 'fetch failed';
}
