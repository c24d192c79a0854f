import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Log } from './log.ts';
import type { Metrics } from './operations.ts';

/** A request that was answered. */
export interface Answered {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** The route, not the path: a label for each address would grow without bound. */
  readonly route: string;
  readonly status: number;
  /** By `performance.now()`. */
  readonly startedAt: number;
}

/** Logs one line a request and measures it. Neither address nor browser of the reader is in it. */
export const teller =
  (log: Log, { count }: Metrics) =>
  ({ startedAt, route, ...request }: Answered): void => {
    const durationMs = performance.now() - startedAt;
    log('info', { ...request, durationMs: Math.round(durationMs * 10) / 10 });
    count({ method: request.method, route, status: request.status, seconds: durationMs / 1000 });
  };

/** Tells of every request that the application answers. */
export function tellAnswers(tell: (answered: Answered) => void): MiddlewareHandler {
  return async (context, next) => {
    const startedAt = performance.now();
    await next();
    const { method, path } = context.req;
    tell({
      requestId: context.get('requestId'),
      method,
      path,
      route: routeOf(context),
      status: context.res.status,
      startedAt,
    });
  };
}

/** The first that is no middleware has answered; files of the site, and what there is not, come under the star. */
const routeOf = (context: Context): string =>
  matchedRoutes(context).find(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
    ?.path ?? '*';
