import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Encoding, StaticFile } from './static-site.ts';

// Names of assets hold a hash of what is in them.
const isHashed = (path: string): boolean => path.startsWith('/assets/');

/** Answers with a file from memory: compressed as the client accepts it, or 304 when it has it already. */
export function sendFile(
  context: Context,
  path: string,
  file: StaticFile,
  status: 200 | 404 = 200,
): Response {
  const encoding = acceptedEncoding(context, file);
  // An encoding is another representation, and a strong validator must tell them apart (RFC 9110, 8.8.3).
  const etag = `"${file.hash}${encoding ? `-${encoding}` : ''}"`;
  const headers = new Headers({
    'Content-Type': file.contentType,
    'Cache-Control': isHashed(path)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=300, stale-while-revalidate=86400',
    ETag: etag,
    Vary: 'Accept-Encoding',
  });
  if (status === 200 && isKnown(context.req.header('If-None-Match'), etag)) {
    headers.delete('Content-Type');
    return context.body(null, 304, Object.fromEntries(headers));
  }
  const body = (encoding && file.encoded.get(encoding)) ?? file.body;
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(body.byteLength));
  return context.body(body, status, Object.fromEntries(headers));
}

function acceptedEncoding(context: Context, { encoded }: StaticFile): Encoding | undefined {
  if (encoded.size === 0) return undefined;
  const accepted = accepts(context, {
    header: 'Accept-Encoding',
    supports: [...encoded.keys()],
    default: 'identity',
  });
  return accepted === 'identity' ? undefined : (accepted as Encoding);
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2). */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header === '*' ||
  (header?.split(',').some((known) => known.trim().replace(/^W\//, '') === etag) ?? false);
