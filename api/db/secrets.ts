import { randomBytes } from 'node:crypto';
import type { WriteQueue } from './write-queue.ts';

/** The 32 secret bytes of a name, made at the first call and shared by every process on the database. */
export async function sharedSecret(writes: WriteQueue, name: string): Promise<Uint8Array> {
  const results = await writes.write([
    {
      sql: 'INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
      args: [name, randomBytes(32).toString('base64')],
    },
    { sql: 'SELECT value FROM secrets WHERE name = ?', args: [name] },
  ]);
  return Buffer.from(String(results.at(-1)?.rows[0]?.['value']), 'base64');
}
