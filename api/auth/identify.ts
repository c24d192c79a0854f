import type { Context } from 'hono';
import type { Database } from '../db/open.ts';
import { userIdOf } from '../db/users.ts';
import type { WriteQueue } from '../db/write-queue.ts';
import { ApiError } from '../error.ts';
import type { Services } from '../services.ts';
import type { Sessions } from './sessions.ts';
import type { Identity, TokenVerifier } from './token-verifier.ts';

interface Identification {
  readonly verifier: TokenVerifier;
  readonly sessions: Sessions;
  readonly database: Database;
  readonly writes: WriteQueue;
  /** Origins whose pages may write with the session's cookie. */
  readonly origins: readonly string[];
  readonly now: () => Date;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Tells what the token of a request allows. A session allows nothing beyond what its user may. */
export const scopeReader =
  (verifier: TokenVerifier): Services['scopesOf'] =>
  async (context) => {
    const token = bearerToken(context);
    return token === undefined ? undefined : (await verifier.verify(token)).scopes;
  };

/** Tells who a request is from: by bearer token, else by the session's cookie. */
export function identifier(parts: Identification): Services['identify'] {
  const { verifier, sessions, database, writes, now } = parts;
  return async (context) => {
    const token = bearerToken(context);
    if (token !== undefined) {
      return userIdFor(await verifier.verify(token), { database, writes, now });
    }
    const userId = await sessions.user(context);
    if (userId !== undefined) refuseForeignWrite(context, parts.origins);
    return userId;
  };
}

/** The user of an identity, made known at first sight. */
export const userIdFor = (
  { issuer, subject }: Identity,
  { database, writes, now }: Pick<Identification, 'database' | 'writes' | 'now'>,
): Promise<bigint> => userIdOf(database, writes, { issuer, subject, now: now() });

function bearerToken(context: Context): string | undefined {
  const header = context.req.header('Authorization');
  if (header === undefined) return undefined;
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header)?.[1];
  if (token !== undefined) return token;
  throw new ApiError(401, {
    detail: 'The Authorization header is not of the form "Bearer …".',
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_request"' },
  });
}

/**
 * A browser sends the cookie along whatever page asks, so a write counts only when the page that asks
 * is ours: browsers name it in Origin.
 */
function refuseForeignWrite(context: Context, origins: readonly string[]): void {
  if (safeMethods.has(context.req.method)) return;
  const origin = context.req.header('Origin');
  if (origin !== undefined && origins.includes(origin)) return;
  throw new ApiError(403, {
    detail:
      'A session’s cookie allows writes from the site’s own pages only; send a token instead.',
  });
}
