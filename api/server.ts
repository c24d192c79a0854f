import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { createLog, type LogLevel } from './log.ts';
import { readSite } from './static-site.ts';

interface ServerSettings {
  readonly outDir: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
}

/** A running server. */
interface Running {
  /** Where it answers, `http://127.0.0.1:4321`. */
  readonly address: string;
  /** Lets requests in flight end, and resolves when the last has. */
  stop(): Promise<void>;
}

/** Serves a built site. @throws when the site cannot be read or the port cannot be had. */
export async function startServer({
  outDir,
  host,
  port,
  logLevel,
}: ServerSettings): Promise<Running> {
  const log = createLog(logLevel, (line) => console.log(line));
  const app = createApp(await readSite(outDir), log);
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.fetch, hostname: host, port }, resolve);
  server.once('error', reject);
  const { port: given } = await promise;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${given}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}
