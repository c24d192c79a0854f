import type { Source } from './source.ts';

/** An answer of an outside site, decoded. */
export interface Fetched {
  /** Where it came from, after redirects; relative links are resolved against it. */
  readonly url: string;
  readonly text: string;
}

/** One entry as its site tells of it: nothing checked, texts perhaps with markup, links perhaps relative. */
export interface Draft {
  readonly externalId?: string | undefined;
  readonly url?: string | undefined;
  /** What a relative `url` is relative to, where the answer says so itself. */
  readonly base?: string | undefined;
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly author?: string | undefined;
  readonly publishedAt?: string | number | undefined;
  readonly score?: number | undefined;
  readonly comments?: number | undefined;
  readonly company?: string | undefined;
  readonly place?: string | undefined;
  readonly isRemote?: boolean | undefined;
  readonly employmentType?: string | undefined;
  readonly salary?: string | undefined;
}

/** What one answer holds. */
export interface Entries {
  readonly drafts: readonly Draft[];
  /** Whether these are all that the source has, so that what is missing has left it. */
  readonly isComplete: boolean;
}

/** When a reading takes place, and from when on entries are wanted, both as far as a site can be asked. */
export interface Span {
  readonly now: Date;
  readonly since: Date | undefined;
}

/** One way of answering. Readers touch no network: the runner fetches what they name and hands them the text. */
export interface Reader {
  /** Media types that it can read, for the Accept header. */
  readonly accept: string;
  /** The longest answer, in bytes after decompression. */
  readonly mostBytes: number;
  /** Whether its address is an interface that its owner documents for programs, to which robots.txt does not speak. */
  readonly isDocumentedApi: boolean;
  /** The addresses to fetch. */
  requests(source: Source, span: Span): readonly string[];
  /** What an answer holds. @throws {UnreadableError} when it is something else than it should be. */
  read(fetched: Fetched, source: Source): Entries;
}

/** An answer that is not what its reader reads. The message ends "it answered …". */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

// A feed of hundreds of articles in full is below 2 MB; what is larger is no feed.
export const feedBytes = 5 * 1024 * 1024;

// 16 KB a position with its texts and pay, and the largest boards have about 1,200 positions.
export const boardBytes = 32 * 1024 * 1024;
