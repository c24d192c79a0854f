import { Hono } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { migrationState } from './db/migrate.ts';
import type { Database } from './db/open.ts';
import { ApiError } from './error.ts';
import type { SourceHealth } from './ingest/health.ts';
import { measureIngest } from './ingest/metrics.ts';

/** What operators watch. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts an answered request and how long it took. */
  count(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to its answer, by route',
    labelNames: ['route'],
    // From an answer out of memory to a query that should be looked at.
    buckets: [0.0005, 0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  const count: Metrics['count'] = ({ method, route, status, seconds }) => {
    durations.observe({ route }, seconds);
    requests.inc({ method, route, status });
  };
  return { registry, count };
}

/** Alive, ready and measured: the addresses for operators, outside the API. */
export function operationsApp(
  database: Database,
  { registry }: Metrics,
  catalog: { readonly day: string; readonly version: string; readonly models: number },
  sourcesHealth?: () => readonly SourceHealth[],
): Hono {
  if (sourcesHealth) measureIngest(registry, sourcesHealth);
  new Gauge({
    name: 'catalog_models',
    help: 'Models in the catalog that is served',
    registers: [registry],
  }).set(catalog.models);
  new Gauge({
    name: 'catalog_info',
    help: 'Always 1; the labels tell which catalog is served, and the day it was built for',
    labelNames: ['version', 'day'],
    registers: [registry],
  }).set({ version: catalog.version, day: catalog.day }, 1);
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'alive' }, 200, noStore));
  app.get('/readyz', async (context) => {
    const { known, applied } = await migrationState(database).catch((cause: unknown) => {
      throw new ApiError(503, {
        detail: 'The database cannot be reached.',
        headers: { 'Retry-After': '5' },
        cause,
      });
    });
    if (applied !== known) {
      throw new ApiError(503, {
        detail: `The database has ${applied} of ${known} migrations.`,
        headers: { 'Retry-After': '5' },
      });
    }
    // For information: a source that fails makes nothing here less ready.
    const sources = sourcesHealth?.();
    return context.json({ status: 'ready', migrations: applied, catalog, sources }, 200, noStore);
  });
  app.get('/metrics', async (context) =>
    context.text(await registry.metrics(), 200, {
      ...noStore,
      'Content-Type': registry.contentType,
    }),
  );
  return app;
}

const noStore = { 'Cache-Control': 'no-store' };
