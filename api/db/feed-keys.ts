import { createHash, randomBytes } from 'node:crypto';
import type { Database } from './open.ts';
import type { WriteQueue } from './write-queue.ts';

/** Makes the key of a user's personal feed; one made before ends. It is told this once and kept by nobody. */
export async function renewFeedKey(
  writes: WriteQueue,
  { userId, now }: { readonly userId: bigint; readonly now: Date },
): Promise<string> {
  // 192 bits: nobody guesses it, so that a plain hash keeps it.
  const key = randomBytes(24).toString('base64url');
  await writes.write([
    {
      sql: `INSERT INTO feed_keys (user_id, hash, made_at)
        VALUES (?, ?, ?)
        ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at`,
      args: [userId, hashOf(key), now.toISOString()],
    },
  ]);
  return key;
}

/** The user whose personal feed a key opens, unless it has ended. */
export async function feedKeyUser(database: Database, key: string): Promise<bigint | undefined> {
  const { rows } = await database.execute({
    sql: 'SELECT user_id FROM feed_keys WHERE hash = ?',
    args: [hashOf(key)],
  });
  return rows[0] && BigInt(rows[0]['user_id'] as number);
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
