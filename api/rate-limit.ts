import type { Context, MiddlewareHandler } from 'hono';
import { ApiError } from './error.ts';

/** How much a client may ask: `burst` at once, refilled at `perMinute`. */
interface Allowance {
  readonly burst: number;
  readonly perMinute: number;
}

// More clients than this at once are forgotten oldest first; each takes about a hundred bytes.
const mostClients = 100_000;

/**
 * Limits how often a client may do something, by a token bucket, and says how much is left.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ for the fields.
 */
export function rateLimit(
  name: string,
  { burst, perMinute }: Allowance,
  clientOf: (context: Context) => string,
  now: () => Date,
): MiddlewareHandler {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = perMinute / 60_000;
  return async (context, next) => {
    const client = clientOf(context);
    const time = now().getTime();
    const known = buckets.get(client) ?? { tokens: burst, at: time };
    // A clock that is set back takes nothing away.
    const elapsed = Math.max(0, time - known.at);
    const tokens = Math.min(burst, known.tokens + elapsed * perMs);
    const isAllowed = tokens >= 1;
    const left = isAllowed ? tokens - 1 : tokens;
    // Set anew, so that the order of the map is the order of last use.
    buckets.delete(client);
    buckets.set(client, { tokens: left, at: time });
    if (buckets.size > mostClients) buckets.delete(buckets.keys().next().value ?? '');
    const wait = Math.ceil((1 - left) / perMs / 1000);
    const headers = {
      'RateLimit-Policy': `"${name}";q=${burst};w=${Math.ceil(burst / perMs / 1000)}`,
      RateLimit: `"${name}";r=${Math.floor(left)};t=${Math.max(0, isAllowed && left >= 1 ? 0 : wait)}`,
    };
    if (!isAllowed) {
      throw new ApiError(429, {
        detail: `Too many requests. Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
        headers: { ...headers, 'Retry-After': String(wait) },
      });
    }
    await next();
    for (const [field, value] of Object.entries(headers)) context.res.headers.set(field, value);
  };
}
