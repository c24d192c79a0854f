import { type Dispatcher, request } from 'undici';
import { acceptedEncodings, dropBody, readBody } from './body.ts';
import { networkError, statusError } from './download-errors.ts';
import { checkAddress, guardedAgent, type NetworkRules } from './network.ts';
import { SourceError } from './source-error.ts';

/** What is asked for. */
export interface Wanted {
  readonly url: string;
  readonly accept: string;
  readonly mostBytes: number;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Called with every address before it is asked. @throws when it must not be. */
  readonly mayAsk?: (url: URL) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** What was answered. */
export interface Downloaded {
  /** Where it came from, after redirects. */
  readonly url: string;
  /** Nothing when it has not changed. */
  readonly body: Buffer | undefined;
  readonly contentType: string | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** Asks for one address, once. @throws {SourceError} */
export type Download = (wanted: Wanted) => Promise<Downloaded>;

// Browsers give up after 20; five are enough for http → https → www → a new address, and one more.
const mostRedirects = 5;

/** A downloader that keeps to the rules of the network and says who it is. `close` ends its connections. */
export function downloader(
  userAgent: string,
  rules: NetworkRules,
): { readonly download: Download; close(): Promise<void> } {
  const agent = guardedAgent(rules);
  return {
    async download(wanted) {
      const whole = AbortSignal.timeout(rules.timeouts.wholeMs);
      const signal = wanted.signal ? AbortSignal.any([whole, wanted.signal]) : whole;
      try {
        return await followed(wanted, (url) => {
          checkAddress(url, rules);
          return request(url, {
            dispatcher: agent,
            signal,
            headers: headersFor(wanted, userAgent),
          });
        });
      } catch (error) {
        throw networkError(error, new URL(wanted.url), whole);
      }
    },
    close: () => agent.destroy(),
  };
}

const headersFor = ({ accept, etag, lastModified }: Wanted, userAgent: string) => ({
  'user-agent': userAgent,
  accept,
  'accept-encoding': acceptedEncodings,
  ...(etag !== undefined && { 'if-none-match': etag }),
  ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
});

async function followed(
  wanted: Wanted,
  ask: (url: URL) => Promise<Dispatcher.ResponseData>,
): Promise<Downloaded> {
  const visited = new Set<string>();
  let url = new URL(wanted.url);
  while (!visited.has(url.href)) {
    if (visited.size > mostRedirects) {
      throw new SourceError('redirects', `it sent us on more than ${mostRedirects} times`);
    }
    visited.add(url.href);
    await wanted.mayAsk?.(url);
    const response = await ask(url);
    const target = redirectTarget(response, url);
    if (target === undefined) return answerOf(response, url, wanted);
    // What stands beside a redirect is not read; the connection is not worth keeping for it.
    dropBody(response.body);
    url = target;
  }
  throw new SourceError('redirects', `it sent us round in a circle by way of ${url.href}`);
}

function redirectTarget({ statusCode, headers }: Dispatcher.ResponseData, from: URL) {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  const location = oneHeader(headers['location']);
  const target = location ? URL.parse(location, from) : null;
  if (target) return target;
  throw new SourceError('redirects', `it answered ${statusCode} without saying where to`);
}

async function answerOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  { mostBytes }: Wanted,
): Promise<Downloaded> {
  const told = {
    url: url.href,
    contentType: oneHeader(headers['content-type']),
    etag: oneHeader(headers['etag']),
    lastModified: oneHeader(headers['last-modified']),
  };
  if (statusCode === 200) {
    return {
      ...told,
      body: await readBody(body, oneHeader(headers['content-encoding']), mostBytes),
    };
  }
  dropBody(body);
  if (statusCode === 304) return { ...told, body: undefined };
  throw statusError(statusCode, oneHeader(headers['retry-after']));
}

const oneHeader = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];
