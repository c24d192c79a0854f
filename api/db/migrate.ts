import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './open.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const folder = new URL('migrations/', import.meta.url);

/**
 * Applies the migrations that the database lacks, in order, each with its record in one transaction.
 * The write lock is held throughout, so that of several processes that start at once one migrates.
 *
 * @throws when an applied migration was edited, or the database is newer than this program.
 */
export async function migrate(database: Database): Promise<void> {
  const migrations = await readMigrations();
  const transaction = await database.transaction('write');
  try {
    await transaction.execute(
      'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
    );
    const { rows } = await transaction.execute(
      'SELECT number, checksum FROM migrations ORDER BY number',
    );
    const applied = new Map(rows.map((row) => [Number(row['number']), String(row['checksum'])]));
    const newest = Math.max(0, ...migrations.map(({ number }) => number));
    const unknown = [...applied.keys()].find((number) => number > newest);
    if (unknown !== undefined) {
      throw new Error(
        `The database was migrated to ${unknown}, which this version does not know. Start the newer version.`,
      );
    }
    for (const migration of migrations) {
      const known = applied.get(migration.number);
      if (known !== undefined && known !== migration.checksum) {
        throw new Error(
          `Migration ${migration.name} was edited after it was applied. Restore it, and write a new one.`,
        );
      }
      if (known === undefined) {
        await transaction.executeMultiple(migration.sql);
        await transaction.execute({
          sql: 'INSERT INTO migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)',
          args: [
            BigInt(migration.number),
            migration.name,
            migration.checksum,
            new Date().toISOString(),
          ],
        });
      }
    }
    await transaction.commit();
  } finally {
    transaction.close();
  }
}

/** How many migrations this version knows, and how many the database has: equal when it is ready. */
export async function migrationState(
  database: Database,
): Promise<{ readonly known: number; readonly applied: number }> {
  const { rows } = await database.execute('SELECT count(*) AS applied FROM migrations');
  return { known: (await readMigrations()).length, applied: Number(rows[0]?.['applied'] ?? 0) };
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return {
        number: Number.parseInt(name, 10),
        name,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
}
