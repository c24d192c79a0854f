import type { Database } from './open.ts';

export const popularityWindows = ['day', 'week', 'month', 'all'] as const;
export type PopularityWindow = (typeof popularityWindows)[number];

/** A model's popularity within a window. */
export interface Popularity {
  readonly model: string;
  readonly score: number;
  readonly viewCount: number;
  readonly followCount: number;
}

const windowDays: Readonly<Record<PopularityWindow, number>> = {
  day: 1,
  week: 7,
  month: 30,
  // Before this catalog was, so that it leaves nothing out.
  all: 100_000,
};

// A follow is a decision and a view is a glance: one follow weighs as much as twenty views.
const followWeight = 20;

// Interest of a week ago counts half. Long enough that a quiet weekend does not reorder the list,
// short enough that last month's release makes room.
const halfLifeDays = 7;

/**
 * The most popular models, best first; equal scores by slug.
 *
 *     score = Σ over days d of (views(d) + 20 × follows(d)) × 0.5 ^ (age of d in days / 7)
 *
 * to three decimals, over the days of the window, today included: `day` 1, `week` 7, `month` 30,
 * `all` every day.
 */
export async function popularModels(
  database: Database,
  { window, today }: { readonly window: PopularityWindow; readonly today: string },
): Promise<readonly Popularity[]> {
  const start = new Date(Date.parse(today) - (windowDays[window] - 1) * 86_400_000);
  const from = start.toISOString().slice(0, 10);
  const { rows } = await database.execute({
    sql: `
      WITH counted (model, day, views, follows) AS (
        SELECT model, day, count, 0 FROM views WHERE day >= :from
        UNION ALL
        SELECT model, substr(followed_at, 1, 10), 0, 1 FROM follows WHERE followed_at >= :from
      )
      SELECT
        model,
        -- Rounded before it orders: the last bits differ between sums that are equal.
        round(sum((views + :weight * follows)
          * exp(-0.6931471805599453 * (julianday(:today) - julianday(day)) / :half_life)), 3) AS score,
        sum(views) AS view_count,
        sum(follows) AS follow_count
      FROM counted
      GROUP BY model
      ORDER BY score DESC, model`,
    args: { from, today, weight: followWeight, half_life: halfLifeDays },
  });
  return rows.map((row) => ({
    model: String(row['model']),
    score: Number(row['score']),
    viewCount: Number(row['view_count']),
    followCount: Number(row['follow_count']),
  }));
}
