import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { isKnownTag } from './serve-static.ts';

interface Answer {
  readonly body: ArrayBuffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
}

// A few kilobytes each; whoever asks for more different lists within a second waits as long as before.
const mostRemembered = 500;

/**
 * Remembers public answers until the next beat of the counts, because nothing else in them changes
 * while the catalog is served. What depends on the user, or is no 200, is never remembered.
 */
export function rememberAnswers(beat: () => number): MiddlewareHandler {
  const answers = new Map<string, Answer>();
  let rememberedAt = beat();
  return async (context, next) => {
    const isPublic =
      context.req.method === 'GET' &&
      context.req.header('Authorization') === undefined &&
      getCookie(context, 'session') === undefined;
    if (!isPublic) return next();
    if (beat() !== rememberedAt) {
      answers.clear();
      rememberedAt = beat();
    }
    const { url } = context.req;
    const known = answers.get(url);
    if (known) {
      if (isKnownTag(context.req.header('If-None-Match'), known.etag)) {
        const { 'Content-Type': _, Link: __, ...headers } = known.headers;
        return context.body(null, 304, headers);
      }
      return context.body(known.body, 200, known.headers);
    }
    await next();
    const etag = context.res.headers.get('ETag');
    if (context.res.status !== 200 || etag === null || answers.size >= mostRemembered)
      return undefined;
    const headers = Object.fromEntries(
      ['Content-Type', 'Cache-Control', 'ETag', 'Link', 'Vary'].flatMap((name) => {
        const value = context.res.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    answers.set(url, { body: await context.res.clone().arrayBuffer(), headers, etag });
    return undefined;
  };
}
