import { createRequire } from 'node:module';
import type { Download } from './download.ts';
import { SourceError } from './source-error.ts';

/** What the robots.txt of a site allows us. */
export interface Robots {
  /** @throws {SourceError} `robots` when the address is not for programs, or when nobody can tell. */
  check(url: URL, signal?: AbortSignal): Promise<void>;
  /** Milliseconds that the site wants between two requests, once its robots.txt was read. */
  delayMs(url: URL): number;
}

// Longer than this a copy must not be used (RFC 9309, 2.4).
const keptMs = 86_400_000;

// At least this much must be read (RFC 9309, 2.5).
const mostBytes = 512 * 1024;

// The package declares a module of ECMAScript and is one of CommonJS: an import has the wrong type.
const robotsParser: typeof import('robots-parser').default = createRequire(import.meta.url)(
  'robots-parser',
);

type Rules = ReturnType<typeof robotsParser>;

/** Asks each site once a day for its robots.txt. */
export function robotsOf(download: Download, userAgent: string, now: () => Date): Robots {
  const known = new Map<string, { readonly rules: Rules; readonly until: number }>();
  async function rulesOf(url: URL, signal: AbortSignal | undefined): Promise<Rules> {
    const kept = known.get(url.origin);
    if (kept && kept.until > now().getTime()) return kept.rules;
    const rules = await readRules(download, new URL('/robots.txt', url).href, signal);
    known.set(url.origin, { rules, until: now().getTime() + keptMs });
    return rules;
  }
  return {
    async check(url, signal) {
      const rules = await rulesOf(url, signal);
      if (rules.isAllowed(url.href, userAgent) !== false) return;
      throw new SourceError('robots', `its robots.txt keeps programs away from ${url.pathname}`);
    },
    delayMs: (url) => (known.get(url.origin)?.rules.getCrawlDelay(userAgent) ?? 0) * 1000,
  };
}

async function readRules(
  download: Download,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Rules> {
  try {
    const { body } = await download({ url, accept: 'text/plain, */*;q=0.1', mostBytes, signal });
    return robotsParser(url, new TextDecoder().decode(body));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // Where there is none everything is allowed (RFC 9309, 2.3.1.3); where it cannot be read, nothing (2.3.1.4).
    const isAbsent = error.code === 'redirects' || (error.code === 'status' && !error.isPassing);
    if (isAbsent) return robotsParser(url, '');
    if (error.code !== 'status') throw error;
    throw new SourceError('robots', `its robots.txt cannot be read: ${error.message}`, {
      cause: error,
      isPassing: true,
      ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    });
  }
}
