import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../../api/db/open.ts';

/** `file:` address in a folder that goes with the test; nothing is there yet. */
export async function temporaryUrl(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'database-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return `file:${join(folder, 'tracker.db')}`;
}

/** A connection pool of its own to the database, closed with the test. */
export async function opened(url: string): Promise<Database> {
  const database = await openDatabase({ url });
  onTestFinished(() => database.close());
  return database;
}

/** A new database, migrated. */
export const temporaryDatabase = async (): Promise<Database> => opened(await temporaryUrl());
