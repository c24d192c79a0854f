import { createStackParser, createTransport, Scope } from '@sentry/core';

import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server';

/** Tells of an error that nobody foresaw. */
export type ErrorReport = (error: Error, requestId: string) => void;

interface Reporter {
  readonly report: ErrorReport;
  /** Sends what is still on its way. */
  close(): Promise<void>;
}

/**
 * Reports errors to Sentry, or to what speaks its protocol, with the request's id and nothing about
 * the reader. Without an address nothing is sent.
 */
export function errorReporter(dsn: string | undefined): Reporter {
  if (dsn === undefined) return { report: () => undefined, close: async () => undefined };
  const client = new ServerRuntimeClient({
    dsn,
    integrations: [],
    stackParser: createStackParser(nodeStackLineParser()),
    sendClientReports: false,
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    transport: (options) =>
      createTransport(options, async ({ body }) => {
        const response = await fetch(options.url, {
          method: 'POST',
          body: body as BodyInit,
          headers: options.headers ?? {},
          signal: AbortSignal.timeout(5_000),
        });
        return { statusCode: response.status };
      }),
  });
  client.init();
  return {
    report(error, requestId) {
      const scope = new Scope();
      scope.setTag('request_id', requestId);
      client.captureException(error, {}, scope);
    },
    async close() {
      await client.close(2_000);
    },
  };
}
