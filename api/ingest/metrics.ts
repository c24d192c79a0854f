import { Counter, Gauge, type Registry } from 'prom-client';
import type { SourceHealth } from './health.ts';
import type { Outcome } from './ingest-source.ts';
import type { Source } from './source.ts';

/** Measures the reading of sources; the answer is to be told of every outcome. */
export function ingestMetrics(registry: Registry): {
  /** Reads the health of the sources whenever the metrics are asked for. */
  watch(health: () => readonly SourceHealth[]): void;
  readonly onOutcome: (source: Source, outcome: Outcome) => void;
} {
  const items = new Counter({
    name: 'ingest_items_total',
    help: 'Items read, by source and by what became of them',
    labelNames: ['source', 'result'],
    registers: [registry],
  });
  return {
    watch(health) {
      new Gauge({
        name: 'ingest_last_success_timestamp_seconds',
        help: 'When a source was last read, by source; 0 when never',
        labelNames: ['source'],
        registers: [registry],
        collect() {
          for (const { source, succeededAt } of health()) {
            this.set({ source }, succeededAt === undefined ? 0 : Date.parse(succeededAt) / 1000);
          }
        },
      });
      new Gauge({
        name: 'ingest_failures',
        help: 'Failures in a row up to the last reading, by source',
        labelNames: ['source'],
        registers: [registry],
        collect() {
          for (const { source, failures } of health()) this.set({ source }, failures);
        },
      });
    },
    onOutcome({ id }, outcome) {
      if (outcome.kind !== 'stored') return;
      const { created, updated, unchanged, closed, refused } = outcome.stored;
      const results = { created, updated, unchanged, closed };
      for (const [result, count] of Object.entries(results))
        items.inc({ source: id, result }, count);
      items.inc(
        { source: id, result: 'refused' },
        refused.length + outcome.reading.refused.length + outcome.reading.unread,
      );
    },
  };
}
