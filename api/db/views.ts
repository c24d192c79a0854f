import type { WriteQueue } from './write-queue.ts';

/** Views of one model on one day. */
export interface DayViews {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly model: string;
  readonly count: number;
}

/** Adds views to their days' totals, all in one statement. */
export async function addViews(writes: WriteQueue, views: readonly DayViews[]): Promise<void> {
  if (views.length === 0) return;
  await writes.write([
    {
      sql: `INSERT INTO views (day, model, count) VALUES ${views.map(() => '(?, ?, ?)').join(', ')}
        ON CONFLICT (day, model) DO UPDATE SET count = count + excluded.count`,
      args: views.flatMap(({ day, model, count }) => [day, model, BigInt(count)]),
    },
  ]);
}
