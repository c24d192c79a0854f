import type { InStatement, ResultSet } from '@libsql/client';
import type { Database } from './open.ts';
import type { WriteQueue } from './write-queue.ts';

/** Whether a user follows a model, and how many do. */
export interface FollowState {
  readonly isFollowing: boolean;
  readonly followCount: number;
}

type Change = 'follow' | 'unfollow' | 'toggle';

/** Changes whether a user follows a model, in one transaction with the count, and tells the new state. */
export async function changeFollow(
  writes: WriteQueue,
  change: Change,
  { userId, model, now }: { readonly userId: bigint; readonly model: string; readonly now: Date },
): Promise<FollowState> {
  const remove: InStatement = {
    sql: 'DELETE FROM follows WHERE user_id = ? AND model = ?',
    args: [userId, model],
  };
  const add: InStatement = {
    sql: `INSERT INTO follows (user_id, model, followed_at) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING`,
    args: [userId, model, now.toISOString()],
  };
  const addUnlessRemoved: InStatement = {
    sql: `INSERT INTO follows (user_id, model, followed_at)
      SELECT ?, ?, ? WHERE changes() = 0`,
    args: [userId, model, now.toISOString()],
  };
  const steps = { follow: [add], unfollow: [remove], toggle: [remove, addUnlessRemoved] }[change];
  const results = await writes.write([...steps, stateQuery(userId, model)]);
  return followStateFrom(results.at(-1));
}

export async function followState(
  database: Database,
  userId: bigint,
  model: string,
): Promise<FollowState> {
  return followStateFrom(await database.execute(stateQuery(userId, model)));
}

const stateQuery = (userId: bigint, model: string): InStatement => ({
  sql: `SELECT
      EXISTS (SELECT 1 FROM follows WHERE user_id = ? AND model = ?) AS is_following,
      coalesce((SELECT follow_count FROM model_counts WHERE model = ?), 0) AS follow_count`,
  args: [userId, model, model],
});

function followStateFrom(result: ResultSet | undefined): FollowState {
  const row = result?.rows[0];
  return {
    isFollowing: Number(row?.['is_following']) === 1,
    followCount: Number(row?.['follow_count']),
  };
}

/** The models that a user follows, newest follow first. */
export async function followedModels(
  database: Database,
  userId: bigint,
): Promise<readonly { readonly model: string; readonly followedAt: string }[]> {
  const { rows } = await database.execute({
    sql: 'SELECT model, followed_at FROM follows WHERE user_id = ? ORDER BY followed_at DESC, model',
    args: [userId],
  });
  return rows.map((row) => ({
    model: String(row['model']),
    followedAt: String(row['followed_at']),
  }));
}
