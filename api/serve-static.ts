import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
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
  if (status === 200 && isKnownTag(context.req.header('If-None-Match'), etag)) {
    headers.delete('Content-Type');
    return context.body(null, 304, Object.fromEntries(headers));
  }
  const body = (encoding && file.encoded.get(encoding)) ?? file.body;
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(body.byteLength));
  return context.body(body, status, Object.fromEntries(headers));
}

/** The encoding that the client gives most weight; of equal ones the first, which is the smallest (RFC 9110, 12.5.3). */
function acceptedEncoding(context: Context, { encoded }: StaticFile): Encoding | undefined {
  const accepted = parseAccept(context.req.header('Accept-Encoding') ?? '');
  const weightOf = (name: string): number | undefined =>
    accepted.find(({ type }) => type.toLowerCase() === name)?.q;
  const anyOther = weightOf('*') ?? 0;
  const [best] = [...encoded.keys()]
    .map((encoding) => ({ encoding, weight: weightOf(encoding) ?? anyOther }))
    .toSorted((one, other) => other.weight - one.weight);
  const isWanted = best && best.weight > 0 && best.weight >= (weightOf('identity') ?? 0);
  return isWanted ? best.encoding : undefined;
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2). */
export const isKnownTag = (header: string | undefined, etag: string): boolean =>
  header === '*' ||
  (header?.split(',').some((known) => known.trim().replace(/^W\//, '') === etag) ?? false);
