import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The address of the client. Behind a trusted proxy it is the last one that the proxy added to
 * X-Forwarded-For; without trust that header is anybody's word and counts for nothing.
 */
export function clientAddress(isProxyTrusted: boolean): (context: Context) => string {
  return (context) => {
    const forwarded = context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
    if (isProxyTrusted && forwarded) return forwarded;
    // Without a socket, as in tests, every request is one client's.
    return 'incoming' in (context.env ?? {}) ? (getConnInfo(context).remote.address ?? '') : '';
  };
}
