import { type ModelCounts, noCounts, readCounts } from './db/counts.ts';
import type { Database } from './db/open.ts';
import { addViews } from './db/views.ts';
import type { WriteQueue } from './db/write-queue.ts';
import type { Log } from './log.ts';
import type { ViewCounter } from './view-counter.ts';

// At most this much of what was counted is lost when the process is killed, and at most this old is
// a count of another process on the same database.
const beatMs = 1000;

/**
 * The counts of every model in memory. The database holds the truth; a beat each second writes what
 * was viewed and reads what others wrote, and a follow's own transaction tells its new count at once.
 */
export class LiveCounts {
  readonly #database: Database;
  readonly #writes: WriteQueue;
  readonly #views: ViewCounter;
  readonly #log: Log;
  #counts: Map<string, ModelCounts> = new Map();
  #generation = 0;
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> | undefined;

  constructor({
    database,
    writes,
    views,
    log,
  }: {
    readonly database: Database;
    readonly writes: WriteQueue;
    readonly views: ViewCounter;
    readonly log: Log;
  }) {
    this.#database = database;
    this.#writes = writes;
    this.#views = views;
    this.#log = log;
  }

  of(model: string): ModelCounts {
    return this.#counts.get(model) ?? noCounts;
  }

  /** The same value for as long as the counts of a model are the same; none of one never counted. */
  known(model: string): ModelCounts | undefined {
    return this.#counts.get(model);
  }

  /** Grows at every beat and follow: lists made before are not given again, and so at most a second old. */
  get generation(): number {
    return this.#generation;
  }

  /** Takes over what a follow's transaction told. */
  setFollowCount(model: string, followCount: number): void {
    this.#generation += 1;
    this.#counts.set(model, { ...this.of(model), followCount });
  }

  /** Makes what was told until now stale: something else that stands beside the counts has changed. */
  renew(): void {
    this.#generation += 1;
    this.#counts = new Map([...this.#counts].map(([model, counts]) => [model, { ...counts }]));
  }

  /** Adds a view that was counted and will be written at the next beat. */
  addView(model: string): void {
    this.#add(model, 1);
  }

  #add(model: string, views: number): void {
    const known = this.of(model);
    this.#counts.set(model, { ...known, viewCount: known.viewCount + views });
  }

  /** Reads the counts, and beats from now on. */
  async start(): Promise<void> {
    await this.#beat();
    this.#timer = setInterval(() => {
      // A beat that takes longer than a second is not joined by another.
      this.#beating ??= this.#beat().finally(() => {
        this.#beating = undefined;
      });
    }, beatMs);
    this.#timer.unref();
  }

  /** Beats at once, so that whoever stored something finds it counted. */
  async beatNow(): Promise<void> {
    while (this.#beating) await this.#beating;
    this.#beating = this.#beat().finally(() => {
      this.#beating = undefined;
    });
    await this.#beating;
  }

  /** Writes what is still pending, and beats no more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    await this.#beat();
    await this.#writes.idle();
  }

  async #beat(): Promise<void> {
    const taken = this.#views.take();
    try {
      await addViews(this.#writes, taken);
    } catch (error) {
      this.#views.giveBack(taken);
      this.#log('error', { event: 'views-not-written', error: String(error) });
      return;
    }
    try {
      this.#counts = new Map(await readCounts(this.#database));
      // Views that came in meanwhile are not in the database yet.
      for (const { model, count } of this.#views.pending()) this.#add(model, count);
      this.#generation += 1;
    } catch (error) {
      this.#log('error', { event: 'counts-not-read', error: String(error) });
    }
  }
}
