import { Counter, Gauge, type Registry } from 'prom-client';
import type { SourceHealth } from './health.ts';

/** Measures the reading of sources by their health, whenever the metrics are asked for. */
export function measureIngest(registry: Registry, health: () => readonly SourceHealth[]): void {
  const registers = [registry];
  new Gauge({
    name: 'ingest_last_success_timestamp_seconds',
    help: 'When a source was last read, by source; 0 when never',
    labelNames: ['source'],
    registers,
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
    registers,
    collect() {
      for (const { source, failures } of health()) this.set({ source }, failures);
    },
  });
  new Counter({
    name: 'ingest_items_total',
    help: 'Items read, by source and by what became of them',
    labelNames: ['source', 'result'],
    registers,
    collect() {
      this.reset();
      for (const { source, items } of health()) {
        for (const [result, count] of Object.entries(items)) this.inc({ source, result }, count);
      }
    },
  });
}
