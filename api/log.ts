import type { MiddlewareHandler } from 'hono';

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof levels)[number];

/** Writes one line of JSON if its level is wanted. */
export type Log = (level: Exclude<LogLevel, 'silent'>, fields: Record<string, unknown>) => void;

/** A log of the wanted level and those above it. */
export function createLog(wanted: LogLevel, write: (line: string) => void): Log {
  return (level, fields) => {
    if (levels.indexOf(level) < levels.indexOf(wanted)) return;
    write(JSON.stringify({ time: new Date().toISOString(), level, ...fields }));
  };
}

/** Logs one line a request. Neither address nor browser of the reader is in it. */
export function requestLog(log: Log): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    log('info', {
      requestId: context.get('requestId'),
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      durationMs: Math.round((performance.now() - start) * 10) / 10,
    });
  };
}
