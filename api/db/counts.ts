import type { Row } from '@libsql/client';
import type { Database } from './open.ts';
import type { WriteQueue } from './write-queue.ts';

/** How often a model was viewed, by how many it is followed, and how many open items are about it. */
export interface ModelCounts {
  readonly viewCount: number;
  readonly followCount: number;
  readonly newsCount: number;
  readonly discussionCount: number;
  readonly jobCount: number;
}

export const noCounts: ModelCounts = {
  viewCount: 0,
  followCount: 0,
  newsCount: 0,
  discussionCount: 0,
  jobCount: 0,
};

const countsQuery = `SELECT
    model, view_count, follow_count, news_count, discussion_count, job_count
  FROM model_counts`;

/** The stored counts of every model that has any. */
export async function readCounts(database: Database): Promise<ReadonlyMap<string, ModelCounts>> {
  const { rows } = await database.execute(countsQuery);
  return new Map(rows.map((row) => [String(row['model']), countsFrom(row)]));
}

/** The counts in the columns of a row, whose names may begin alike. */
const countsFrom = (row: Row, prefix = ''): ModelCounts => ({
  viewCount: Number(row[`${prefix}view_count`]),
  followCount: Number(row[`${prefix}follow_count`]),
  newsCount: Number(row[`${prefix}news_count`]),
  discussionCount: Number(row[`${prefix}discussion_count`]),
  jobCount: Number(row[`${prefix}job_count`]),
});

/** A stored count beside what counting anew gives. */
export interface CountDifference {
  readonly model: string;
  readonly stored: ModelCounts;
  readonly recounted: ModelCounts;
}

const recount = `
  WITH counted (model, view_count, follow_count, news_count, discussion_count, job_count) AS (
    SELECT model, count, 0, 0, 0, 0 FROM views
    UNION ALL
    SELECT model, 0, 1, 0, 0, 0 FROM follows
    UNION ALL
    SELECT model, 0, 0, kind = 'news', kind = 'discussions', kind = 'jobs'
    FROM item_models
    JOIN items ON items.number = item_models.item
    WHERE level <> 'family' AND closed_at IS NULL
  ),
  recounted AS (
    SELECT
      model,
      sum(view_count) AS view_count,
      sum(follow_count) AS follow_count,
      sum(news_count) AS news_count,
      sum(discussion_count) AS discussion_count,
      sum(job_count) AS job_count
    FROM counted
    GROUP BY model
  )`;

/** Counts everything anew and tells where the stored counts differ. */
export async function countDifferences(database: Database): Promise<readonly CountDifference[]> {
  const { rows } = await database.execute(`${recount}
    SELECT
      coalesce(stored.model, recounted.model) AS model,
      coalesce(stored.view_count, 0) AS stored_view_count,
      coalesce(stored.follow_count, 0) AS stored_follow_count,
      coalesce(stored.news_count, 0) AS stored_news_count,
      coalesce(stored.discussion_count, 0) AS stored_discussion_count,
      coalesce(stored.job_count, 0) AS stored_job_count,
      coalesce(recounted.view_count, 0) AS view_count,
      coalesce(recounted.follow_count, 0) AS follow_count,
      coalesce(recounted.news_count, 0) AS news_count,
      coalesce(recounted.discussion_count, 0) AS discussion_count,
      coalesce(recounted.job_count, 0) AS job_count
    FROM model_counts AS stored
    FULL JOIN recounted ON recounted.model = stored.model
    WHERE stored_view_count <> coalesce(recounted.view_count, 0)
      OR stored_follow_count <> coalesce(recounted.follow_count, 0)
      OR stored_news_count <> coalesce(recounted.news_count, 0)
      OR stored_discussion_count <> coalesce(recounted.discussion_count, 0)
      OR stored_job_count <> coalesce(recounted.job_count, 0)
    ORDER BY 1`);
  return rows.map((row) => ({
    model: String(row['model']),
    stored: countsFrom(row, 'stored_'),
    recounted: countsFrom(row),
  }));
}

/** Sets every stored count to what counting anew gives, in one transaction. */
export async function repairCounts(writes: WriteQueue): Promise<void> {
  await writes.write([
    'DELETE FROM model_counts',
    `INSERT INTO model_counts
        (model, view_count, follow_count, news_count, discussion_count, job_count)
      ${recount}
      SELECT model, view_count, follow_count, news_count, discussion_count, job_count
      FROM recounted`,
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
