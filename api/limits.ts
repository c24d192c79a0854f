import type { Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { itemKinds } from '../src/shapes/incoming-item.ts';
import { ApiError } from './error.ts';
import { rateLimit } from './rate-limit.ts';
import type { Services } from './services.ts';

// What comes in is a few hundred bytes; a limit keeps a mistake from filling the memory.
const longestBody = 64 * 1024;

// Five hundred items at once of eight kilobytes each; most have one or two.
const longestItems = 4 * 1024 * 1024;

/** Refuses a body that is larger than what its address takes. */
export function limitBodies(): MiddlewareHandler {
  const limitTo = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new ApiError(413, { detail: `At most ${maxSize} bytes can be sent here.` });
      },
    });
  const [items, others] = [limitTo(longestItems), limitTo(longestBody)];
  return (context, next) => {
    const length = context.req.header('Content-Length') ?? '0';
    const hasBody = length !== '0' || context.req.header('Transfer-Encoding') !== undefined;
    // Most requests have none, and asking the platform for it makes a whole request first.
    if (!hasBody) return next();
    return (context.req.path.startsWith('/api/v1/items/') ? items : others)(context, next);
  };
}

/** Limits how often a client may write, sign in or search. */
export function limitRates(app: Hono, { addressOf, now }: Services): void {
  // A person clicks less often than this; a script that does more is told to slow down.
  const writes = rateLimit('writes', { burst: 60, perMinute: 120 }, addressOf, now);
  const signIn = rateLimit('sign-in', { burst: 10, perMinute: 10 }, addressOf, now);
  const search = rateLimit('search', { burst: 60, perMinute: 120 }, addressOf, now);
  app.on(['POST', 'PUT', 'DELETE'], '/api/*', writes);
  app.use('/api/v1/auth/sign-in', signIn);
  app.use('/api/v1/auth/callback', signIn);
  for (const list of ['models', ...itemKinds]) {
    app.get(`/api/v1/${list}`, (context, next) =>
      context.req.query('search') === undefined ? next() : search(context, next),
    );
  }
}
