import { STATUS_CODES } from 'node:http';
import { SourceError } from './source-error.ts';

// Statuses that speak of the moment. The others mean the same when asked again.
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** An answer that brings nothing to read. */
export function statusError(status: number, retryAfter: string | undefined): SourceError {
  const name = STATUS_CODES[status];
  const retryAfterMs = waitOf(retryAfter);
  return new SourceError('status', `it answered ${status}${name ? ` (${name})` : ''}`, {
    isPassing: passing.has(status),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** Retry-After in milliseconds: it gives seconds or a date (RFC 9110, 10.2.3). */
function waitOf(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const wait = Date.parse(retryAfter) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

const sentences: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `there is no host ${host}, or no network`,
  EAI_AGAIN: (host) => `the name ${host} cannot be looked up; there may be no network`,
  ECONNREFUSED: (host) => `${host} takes no connections`,
  UND_ERR_CONNECT_TIMEOUT: (host) => `${host} did not take a connection in time`,
  UND_ERR_HEADERS_TIMEOUT: (host) => `${host} took a connection and did not answer in time`,
  UND_ERR_BODY_TIMEOUT: (host) => `${host} began to answer and did not go on in time`,
};

// A name that is not found is not found a second later either.
const lasting = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ERR_TLS_CERT_ALTNAME_INVALID']);

/** An error of a request in the words of a source; one that is such already, or none of the network’s, as it is. */
export function networkError(error: unknown, { host }: URL, whole: AbortSignal): unknown {
  if (error instanceof SourceError) return error;
  if (!(error instanceof Error)) return error;
  if (error.cause instanceof SourceError) return error.cause;
  if (whole.aborted) {
    return new SourceError('timeout', `${host} did not finish its answer in time`, {
      cause: error,
      isPassing: true,
    });
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return error;
  const sentence = sentences[code]?.(host) ?? `the connection to ${host} broke (${error.message})`;
  return new SourceError(/TIMEOUT/.test(code) ? 'timeout' : 'network', sentence, {
    cause: error,
    isPassing: !lasting.has(code),
  });
}
