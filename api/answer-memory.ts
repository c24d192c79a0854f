import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answered } from './answered.ts';
import type { LiveCounts } from './live-counts.ts';
import { isKnownTag } from './serve-static.ts';

interface Answer {
  /** Memory it takes, its key and headers included. */
  readonly bytes: number;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly route: string;
  readonly isCurrent: () => boolean;
}

interface MemoryParts {
  readonly counts: LiveCounts;
  /** Origins whose pages get headers of their own. */
  readonly corsOrigins: readonly string[];
  /** The route that answers at a path, as the metrics name it. */
  readonly routeAt: (path: string) => string;
  readonly tell: (answered: Answered) => void;
}

// The pages that many ask for on one day fit in this; past it, all is forgotten.
const mostBytes = 64 * 1024 * 1024;

// A dozen headers, most of them short.
const bytesOfHeaders = 1024;

// What makes one address have several answers, and stands in the key or is never remembered.
const knownVariations = new Set(['accept-encoding', 'authorization', 'cookie', 'origin']);

/**
 * Remembers public answers whole and gives them again without making a request of it. What depends on
 * the user, is limited in rate or is no 200 is never remembered; what tells counts is remembered until
 * they change, and lists of them until the next beat.
 */
export class AnswerMemory {
  readonly #parts: MemoryParts;
  readonly #answers = new Map<string, Answer>();
  #bytes = 0;

  constructor(parts: MemoryParts) {
    this.#parts = parts;
  }

  /** Answers if it can; tells whether it did. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (!this.#isPublic(request)) return false;
    const known = this.#answers.get(keyOf(request));
    if (!known?.isCurrent()) return false;
    const startedAt = performance.now();
    const requestId = randomUUID();
    const { body, headers, etag, route } = known;
    const isSame = isKnownTag(request.headers['if-none-match'], etag);
    response.setHeader('x-request-id', requestId);
    if (isSame) {
      const { 'content-type': _, 'content-length': __, 'content-encoding': ___, ...rest } = headers;
      response.writeHead(304, rest).end();
    } else response.writeHead(200, headers).end(body);
    this.#parts.tell({
      requestId,
      method: 'GET',
      path: pathOf(request),
      route,
      status: isSame ? 304 : 200,
      startedAt,
    });
    return true;
  }

  /** Hands an answer of the application on, and keeps it if it may be given again. */
  keep(
    request: IncomingMessage,
    answer: Response | Promise<Response>,
  ): Response | Promise<Response> {
    return this.#isPublic(request) ? this.#kept(request, answer) : answer;
  }

  async #kept(request: IncomingMessage, answered: Response | Promise<Response>): Promise<Response> {
    const key = keyOf(request);
    const path = pathOf(request);
    // What changes while the answer is made may not be in it.
    const stampOf = this.#stampAt(path);
    const stamp = stampOf();
    const answer = await answered;
    const etag = answer.headers.get('etag');
    if (answer.status !== 200 || etag === null || !isForAll(answer)) return answer;
    const body = new Uint8Array(await answer.arrayBuffer());
    const headers = Object.fromEntries(answer.headers);
    const { 'x-request-id': _, ...kept } = headers;
    // A file of the site is the same for as long as the site is served.
    const isFile = kept['cache-control']?.includes('max-age') === true;
    this.#remember(key, {
      bytes: body.byteLength + 2 * key.length + bytesOfHeaders,
      body,
      headers: { ...kept, 'content-length': String(body.byteLength) },
      etag,
      route: this.#parts.routeAt(path),
      isCurrent: () => isFile || stampOf() === stamp,
    });
    return new Response(body, { headers });
  }

  #remember(key: string, answer: Answer): void {
    if (this.#bytes + answer.bytes > mostBytes) {
      this.#answers.clear();
      this.#bytes = 0;
    }
    this.#bytes += answer.bytes - (this.#answers.get(key)?.bytes ?? 0);
    this.#answers.set(key, answer);
  }

  #isPublic({ method, headers }: IncomingMessage): boolean {
    return (
      method === 'GET' &&
      headers.authorization === undefined &&
      headers.cookie === undefined &&
      // A request that brings its own id wants it back.
      headers['x-request-id'] === undefined &&
      !this.#parts.corsOrigins.includes(headers.origin ?? '')
    );
  }

  /** What stays the same for as long as the counts that an answer tells do. */
  #stampAt(path: string): () => unknown {
    const { counts } = this.#parts;
    const [, slug] = /^\/api\/v1\/models\/([^/]+)(?:\/stats)?$/.exec(path) ?? [];
    return () => (slug ? counts.known(slug) : undefined) ?? counts.generation;
  }
}

const isForAll = ({ headers }: Response): boolean =>
  !headers.has('set-cookie') &&
  !headers.has('ratelimit') &&
  /\bpublic\b/.test(headers.get('cache-control') ?? '') &&
  (headers.get('vary') ?? '')
    .split(',')
    .every((name) => name.trim() === '' || knownVariations.has(name.trim().toLowerCase()));

const keyOf = ({ url, headers }: IncomingMessage): string =>
  `${url} ${headers.host} ${headers['accept-encoding']}`;

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';
