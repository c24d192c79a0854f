import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { etag } from 'hono/etag';

// The platform's own digest waits for a thread; a few kilobytes are hashed sooner than that.
const validated = etag({
  generateDigest: (body) => new Uint8Array(createHash('sha1').update(body).digest()).buffer,
});

/**
 * Public answers carry a strong ETag and are asked for again with it; what depends on the user is
 * kept by nobody.
 */
export const liveCaching: MiddlewareHandler = async (context, next) => {
  const isPersonal =
    !['GET', 'HEAD'].includes(context.req.method) ||
    // A personal feed may be asked for by a key in its address alone.
    context.req.path.startsWith('/api/v1/me') ||
    context.req.header('Authorization') !== undefined ||
    getCookie(context, 'session') !== undefined;
  if (isPersonal) {
    await next();
    context.header('Cache-Control', 'private, no-store');
    return;
  }
  await validated(context, next);
  const { status, headers } = context.res;
  // Whom to sign in, and who was, is personal too.
  const isOfOne = status === 401 || headers.has('Set-Cookie');
  if (isOfOne) context.header('Cache-Control', 'private, no-store');
  else if (!headers.has('Cache-Control')) context.header('Cache-Control', 'public, no-cache');
  context.header('Vary', 'Authorization, Cookie', { append: true });
};
