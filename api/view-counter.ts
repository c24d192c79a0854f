import { createHmac, randomBytes } from 'node:crypto';
import { isbot } from 'isbot';
import type { DayViews } from './db/views.ts';

/** What a request tells of who sent it; nothing of it is kept. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string;
  /** The reader asked not to be tracked (DNT, Sec-GPC). */
  readonly isPrivate: boolean;
}

// Beyond this many different views a day the set would grow past some hundred megabytes; those of
// that day who come later are counted each time.
const mostRemembered = 2_000_000;

/**
 * Counts one view a visitor, model and day.
 *
 * A visitor is a keyed hash of address and browser under a random key that lives in memory and is
 * thrown away with the day, so that nothing on disk or in a log tells who viewed what. Robots and
 * empty user agents do not count; nor does whoever asks not to be tracked, because telling a second
 * view from the first is tracking.
 */
export class ViewCounter {
  #day = '';
  #key = randomBytes(32);
  #seen = new Set<string>();
  #pending = new Map<string, DayViews>();

  /** Counts a view, unless it does not count. Returns whether it did. */
  count(model: string, { address, userAgent, isPrivate }: Visitor, now: Date): boolean {
    if (isPrivate || userAgent === '' || isbot(userAgent)) return false;
    this.#turnDay(now.toISOString().slice(0, 10));
    const mark = createHmac('sha256', this.#key)
      .update(`${address}\0${userAgent}\0${model}`)
      .digest('base64');
    if (this.#seen.has(mark)) return false;
    if (this.#seen.size < mostRemembered) this.#seen.add(mark);
    const pendingKey = `${this.#day} ${model}`;
    const count = (this.#pending.get(pendingKey)?.count ?? 0) + 1;
    this.#pending.set(pendingKey, { day: this.#day, model, count });
    return true;
  }

  /** Takes what was counted since it was last taken; whoever takes it writes it. */
  take(): readonly DayViews[] {
    const taken = this.pending();
    this.#pending = new Map();
    return taken;
  }

  /** What was counted and not yet taken. */
  pending(): readonly DayViews[] {
    return [...this.#pending.values()];
  }

  /** Gives back what could not be written, to be taken again. */
  giveBack(views: readonly DayViews[]): void {
    for (const { day, model, count } of views) {
      const key = `${day} ${model}`;
      const pending = this.#pending.get(key)?.count ?? 0;
      this.#pending.set(key, { day, model, count: count + pending });
    }
  }

  #turnDay(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#key = randomBytes(32);
    this.#seen = new Set();
  }
}
