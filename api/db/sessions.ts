import type { Database } from './open.ts';
import type { WriteQueue } from './write-queue.ts';

/** Records a session and forgets those that have ended. */
export async function addSession(
  writes: WriteQueue,
  {
    id,
    userId,
    expiresAt,
    now,
  }: { readonly id: string; readonly userId: bigint; readonly expiresAt: Date; readonly now: Date },
): Promise<void> {
  await writes.write([
    { sql: 'DELETE FROM sessions WHERE expires_at < ?', args: [now.toISOString()] },
    {
      sql: 'INSERT INTO sessions (id, user_id, expires_at) VALUES (?, ?, ?)',
      args: [id, userId, expiresAt.toISOString()],
    },
  ]);
}

/** The user of a session that has neither ended nor been revoked. */
export async function sessionUser(
  database: Database,
  id: string,
  now: Date,
): Promise<bigint | undefined> {
  const { rows } = await database.execute({
    sql: 'SELECT user_id FROM sessions WHERE id = ? AND expires_at > ?',
    args: [id, now.toISOString()],
  });
  return rows[0] && BigInt(rows[0]['user_id'] as number);
}

export async function revokeSession(writes: WriteQueue, id: string): Promise<void> {
  await writes.write([{ sql: 'DELETE FROM sessions WHERE id = ?', args: [id] }]);
}
