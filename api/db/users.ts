import type { Database } from './open.ts';
import type { WriteQueue } from './write-queue.ts';

/** The id of a user, made at the first sight of a token's issuer and subject. */
export async function userIdOf(
  database: Database,
  writes: WriteQueue,
  {
    issuer,
    subject,
    now,
  }: { readonly issuer: string; readonly subject: string; readonly now: Date },
): Promise<bigint> {
  const find = {
    sql: 'SELECT id FROM users WHERE issuer = ? AND subject = ?',
    args: [issuer, subject],
  };
  const found = await database.execute(find);
  if (found.rows[0]) return BigInt(found.rows[0]['id'] as number);
  const results = await writes.write([
    {
      sql: 'INSERT INTO users (issuer, subject, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      args: [issuer, subject, now.toISOString()],
    },
    find,
  ]);
  return BigInt(results.at(-1)?.rows[0]?.['id'] as number);
}

/** Erases a user with their follows and sessions. Returns how many still follow each model that they did. */
export async function eraseUser(
  writes: WriteQueue,
  userId: bigint,
): Promise<readonly { readonly model: string; readonly followCount: number }[]> {
  const [left] = await writes.write([
    {
      sql: `SELECT model, follow_count - 1 AS follow_count FROM model_counts
        WHERE model IN (SELECT model FROM follows WHERE user_id = ?)`,
      args: [userId],
    },
    // The rows that a cascade deletes fire their triggers too, so the follows are taken off the counts.
    { sql: 'DELETE FROM users WHERE id = ?', args: [userId] },
  ]);
  return (left?.rows ?? []).map((row) => ({
    model: String(row['model']),
    followCount: Number(row['follow_count']),
  }));
}

/** All that is kept of a user. */
export async function userAccount(database: Database, userId: bigint) {
  const { rows } = await database.execute({
    sql: `SELECT issuer, subject, created_at,
        (SELECT count(*) FROM follows WHERE user_id = users.id) AS follow_count
      FROM users WHERE id = ?`,
    args: [userId],
  });
  const row = rows[0];
  if (!row) throw new Error(`There is no user ${userId}.`);
  return {
    issuer: String(row['issuer']),
    subject: String(row['subject']),
    createdAt: String(row['created_at']),
    followCount: Number(row['follow_count']),
  };
}
