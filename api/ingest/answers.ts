import { decoded } from './charset.ts';
import { type Items, itemsOf } from './items.ts';
import { type Draft, UnreadableError } from './reader.ts';
import { readerOf } from './reader-of.ts';
import type { Source } from './source.ts';

/** An answer as it came. */
export interface Answer {
  readonly url: string;
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
}

/** What the answers of a source hold. */
export interface Reading extends Items {
  /** Whether these are all that the source has, so that jobs which are not among them have left it. */
  readonly isComplete: boolean;
  /** Entries that were left unread since there are too many of them. */
  readonly unread: number;
}

// Of one answer. The largest boards have about 1,200 positions. A feed of more entries than this is a whole archive, of
// which the latest were read when they were new.
const mostEntries = { news: 1000, discussions: 1000, jobs: 5000 } as const;

/** Reads the answers of a source into items. @throws {UnreadableError} when one is not what it should be. */
export function readAnswers(
  answers: readonly Answer[],
  source: Source,
  { now, since }: { readonly now: Date; readonly since: Date | undefined },
): Reading {
  const entries = answers.map((answer) => entriesOf(answer, source));
  const most = mostEntries[source.kind];
  const kept = entries.flatMap(({ drafts }) => drafts.slice(0, most));
  const unread = entries.reduce((sum, { drafts }) => sum + Math.max(0, drafts.length - most), 0);
  const read = answers.length > 1 ? foundOnce(kept) : kept;
  const { items, refused, notes } = itemsOf(read, source, now);
  if (items.length === 0 && refused.length > 0) {
    const [first] = refused;
    throw new UnreadableError(
      `it answered ${refused.length} entries of which none can be read; of the first, ${first?.reason}`,
    );
  }
  const isWanted = ({
    publishedAt = now.toISOString(),
  }: {
    readonly publishedAt?: string | undefined;
  }) => source.kind === 'jobs' || since === undefined || publishedAt >= since.toISOString();
  return {
    items: items.filter(isWanted),
    refused,
    notes,
    isComplete: entries.every(({ isComplete }) => isComplete) && unread === 0,
    unread,
  };
}

/** What several searches find is one entry, and no fault of the source. */
function foundOnce<One extends Draft>(drafts: readonly One[]): readonly One[] {
  const byId = new Map(drafts.map((draft) => [draft.externalId ?? draft, draft]));
  return [...byId.values()];
}

function entriesOf({ url, contentType, body }: Answer, source: Source) {
  const text = decoded(body, contentType);
  const { drafts, isComplete } = readerOf[source.reader].read({ url, text }, source);
  return { drafts: drafts.map((draft) => ({ ...draft, fetchedFrom: url })), isComplete };
}
