import type { Database } from './open.ts';
import type { WriteQueue } from './write-queue.ts';

/** How often a model was viewed and by how many it is followed. */
export interface ModelCounts {
  readonly viewCount: number;
  readonly followCount: number;
}

const countsQuery = 'SELECT model, view_count, follow_count FROM model_counts';

/** The stored counts of every model that has any. */
export async function readCounts(database: Database): Promise<ReadonlyMap<string, ModelCounts>> {
  const { rows } = await database.execute(countsQuery);
  return new Map(
    rows.map((row) => [
      String(row['model']),
      { viewCount: Number(row['view_count']), followCount: Number(row['follow_count']) },
    ]),
  );
}

/** A stored count beside what counting anew gives. */
export interface CountDifference {
  readonly model: string;
  readonly stored: ModelCounts;
  readonly recounted: ModelCounts;
}

const recount = `
  WITH recounted (model, view_count, follow_count) AS (
    SELECT model, sum(view_count), sum(follow_count) FROM (
      SELECT model, count AS view_count, 0 AS follow_count FROM views
      UNION ALL
      SELECT model, 0, 1 FROM follows
    ) GROUP BY model
  )`;

/** Counts everything anew and tells where the stored counts differ. */
export async function countDifferences(database: Database): Promise<readonly CountDifference[]> {
  const { rows } = await database.execute(`${recount}
    SELECT
      coalesce(stored.model, recounted.model) AS model,
      coalesce(stored.view_count, 0) AS stored_views,
      coalesce(stored.follow_count, 0) AS stored_follows,
      coalesce(recounted.view_count, 0) AS views,
      coalesce(recounted.follow_count, 0) AS follows
    FROM model_counts AS stored
    FULL JOIN recounted ON recounted.model = stored.model
    WHERE stored_views <> views OR stored_follows <> follows
    ORDER BY 1`);
  return rows.map((row) => ({
    model: String(row['model']),
    stored: { viewCount: Number(row['stored_views']), followCount: Number(row['stored_follows']) },
    recounted: { viewCount: Number(row['views']), followCount: Number(row['follows']) },
  }));
}

/** Sets every stored count to what counting anew gives, in one transaction. */
export async function repairCounts(writes: WriteQueue): Promise<void> {
  await writes.write([
    'DELETE FROM model_counts',
    `INSERT INTO model_counts (model, view_count, follow_count) ${recount}
      SELECT model, view_count, follow_count FROM recounted`,
  ]);
}

/** Moves the rows of aliases to their models, so that what was counted under an older slug counts on. */
export async function adoptAliases(
  database: Database,
  writes: WriteQueue,
  aliases: ReadonlyMap<string, string>,
): Promise<void> {
  const counted = await readCounts(database);
  const statements = [...aliases]
    .filter(([alias]) => counted.has(alias))
    .flatMap(([alias, model]) => [
      {
        sql: `INSERT INTO follows (user_id, model, followed_at)
          SELECT user_id, ?, followed_at FROM follows WHERE model = ? ON CONFLICT DO NOTHING`,
        args: [model, alias],
      },
      { sql: 'DELETE FROM follows WHERE model = ?', args: [alias] },
      {
        sql: `INSERT INTO views (day, model, count)
          SELECT day, ?, count FROM views WHERE model = ?
          ON CONFLICT (day, model) DO UPDATE SET count = count + excluded.count`,
        args: [model, alias],
      },
      { sql: 'DELETE FROM views WHERE model = ?', args: [alias] },
      { sql: 'DELETE FROM model_counts WHERE model = ?', args: [alias] },
    ]);
  if (statements.length > 0) await writes.write(statements);
}
