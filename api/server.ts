import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Settings } from '../src/settings.ts';
import { AnswerMemory } from './answer-memory.ts';
import { teller } from './answered.ts';
import { createApp } from './app.ts';
import { catalogIndex } from './catalog-index.ts';
import { errorReporter } from './error-report.ts';
import { ingestInBackground } from './ingest/background.ts';
import { createLog, lineWriter } from './log.ts';
import { openServices } from './open-services.ts';
import { createMetrics } from './operations.ts';
import { routeTable } from './route-table.ts';
import { readSite } from './static-site.ts';

/** A running server. */
interface Running {
  /** Where it answers, `http://127.0.0.1:4321`. */
  readonly address: string;
  /** Lets requests in flight end, writes what is pending, and resolves when all is done. */
  stop(): Promise<void>;
}

// A request that takes longer is a client that holds a connection, not one that waits for an answer.
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 30_000;

// What a stop takes at most beyond the last request.
const idleCheckMs = 50;

/** Serves a built site and the live API. @throws when the site, the database or the port cannot be had. */
export async function startServer(settings: Settings): Promise<Running> {
  const log = createLog(
    settings.logLevel,
    lineWriter((lines) => process.stdout.write(lines)),
  );
  const site = await readSite(settings.outDir);
  const { services, issuer, close } = await openServices(settings, catalogIndex(site), { log });
  const ingest = ingestInBackground(settings, services, log);
  const stopWork = async () => {
    await ingest?.stop();
    await close();
  };
  const reporter = errorReporter(settings.sentryDsn);
  const metrics = createMetrics();
  const tell = teller(log, metrics);
  const { corsOrigins } = settings;
  const app = createApp({
    site,
    services,
    log,
    metrics,
    tell,
    report: reporter.report,
    corsOrigins,
    hasRateLimits: settings.hasRateLimits,
    sourcesHealth: ingest?.health,
  });
  const { routeAt } = routeTable(app);
  const memory = new AnswerMemory({ counts: services.counts, corsOrigins, routeAt, tell });
  const answer = getRequestListener((request, env) =>
    memory.keep((env as HttpBindings).incoming, app.fetch(request, env)),
  );
  const server = createServer((request, response) => {
    if (issuer?.(request, response) === true || memory.answer(request, response)) return;
    void answer(request, response);
  });
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  const port = await listening(server, settings).catch(async (error: unknown) => {
    await stopWork();
    throw error;
  });
  const { host } = settings;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async stop() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      // A connection that is kept alive is done with when its request is; clients would hold it for seconds.
      const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
      await closed;
      clearInterval(idle);
      await stopWork();
      await reporter.close();
    },
  };
}

function listening(server: Server, { host, port }: Settings): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject);
  server.listen(port, host, () => {
    const address = server.address();
    resolve(typeof address === 'object' ? (address?.port ?? port) : port);
  });
  return promise;
}
