import { createHash } from 'node:crypto';
import { type IncomingItem, type ItemKind, incomingItems } from '../../src/shapes/incoming-item.ts';
import { canonicalUrl } from '../canonical-url.ts';
import { readMoment } from './moment.ts';
import { cutAtWord, plainText, plainTitle } from './plain-text.ts';
import type { Draft } from './reader.ts';
import type { Source } from './source.ts';

/** What is to be said of one entry. */
export interface Remark {
  /** What names the entry: its title, address or id as far as it has them. */
  readonly entry: string;
  readonly reason: string;
}

/** Items that can be stored, and what is to be said of the others and of what they lack. */
export interface Items {
  readonly items: readonly IncomingItem[];
  /** Entries that are no items. */
  readonly refused: readonly Remark[];
  /** What was left out of items. */
  readonly notes: readonly Remark[];
}

// As long as a paragraph. A job names its tools further down, and is linked to models by them.
const longestSummary: Readonly<Record<ItemKind, number>> = {
  news: 600,
  discussions: 600,
  jobs: 2000,
};

const longestTitle = 300;

// A title made of a text that has none: about what a line of a list shows.
const longestMadeTitle = 100;

const longestName = 200;

/** Makes items of what a source's answers hold: checked, plain, absolute, each once. */
export function itemsOf(
  drafts: readonly (Draft & { readonly fetchedFrom: string })[],
  source: Pick<Source, 'kind' | 'name' | 'company'>,
  now: Date,
): Items {
  const items = new Map<string, IncomingItem>();
  const refused: Remark[] = [];
  const notes: Remark[] = [];
  for (const draft of drafts) {
    const entry = cutAtWord(draft.title ?? draft.url ?? draft.externalId ?? 'an entry', 80);
    const made = itemOf(draft, source, now);
    if (made.fault !== undefined) refused.push({ entry, reason: made.fault });
    else if (items.has(made.item.externalId)) {
      refused.push({ entry, reason: 'it has the id of an entry before it' });
    } else items.set(made.item.externalId, made.item);
    if (made.note !== undefined) notes.push({ entry, reason: made.note });
  }
  return { items: [...items.values()], refused, notes };
}

type Made =
  | { readonly item: IncomingItem; readonly note: string | undefined; readonly fault?: never }
  | { readonly fault: string; readonly note?: never };

function itemOf(
  draft: Draft & { readonly fetchedFrom: string },
  { kind, name, company }: Pick<Source, 'kind' | 'name' | 'company'>,
  now: Date,
): Made {
  const url = absoluteUrl(draft);
  if (url === undefined) return { fault: 'it has no address on the web' };
  const summary = plainText(draft.text ?? '', longestSummary[kind]);
  const title = plainTitle(draft.title ?? '', longestTitle) || cutAtWord(summary, longestMadeTitle);
  if (title === '') return { fault: 'it has neither a title nor a text' };
  const moment = draft.publishedAt === undefined ? undefined : readMoment(draft.publishedAt, now);
  const common = {
    externalId: externalId(draft.externalId?.trim() || url),
    url,
    title,
    summary: summary === '' || summary === title ? undefined : summary,
    publishedAt: moment?.at,
  };
  const author = personName(draft.author);
  const byKind = {
    news: { author },
    discussions: { author, score: draft.score, comments: draft.comments },
    jobs: {
      company: shortText(draft.company, longestName) ?? company ?? name,
      place: shortText(draft.place, 300),
      isRemote: draft.isRemote,
      employmentType: shortText(draft.employmentType, 100),
      salary: shortText(draft.salary, 200),
    },
  };
  const parsed = incomingItems[kind].safeParse({ ...common, ...byKind[kind] });
  if (parsed.success) return { item: defined(parsed.data), note: moment?.fault };
  const [issue] = parsed.error.issues;
  return { fault: `its ${issue?.path.join('.')}: ${issue?.message}` };
}

function absoluteUrl({ url, base, fetchedFrom }: Draft & { readonly fetchedFrom: string }) {
  if (url === undefined || url.trim() === '') return undefined;
  const from = URL.parse(base ?? '', fetchedFrom) ?? fetchedFrom;
  const absolute = URL.parse(url.trim(), from);
  return absolute && /^https?:$/.test(absolute.protocol) ? canonicalUrl(absolute.href) : undefined;
}

/** An id as it is, or a hash of one that is longer than ids may be. */
const externalId = (id: string): string =>
  id.length <= 500 ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`;

function shortText(text: string | undefined, longest: number): string | undefined {
  return plainText(text ?? '', longest) || undefined;
}

/** A name; of an address for mail nothing is kept, since it was not given to us. */
function personName(author: string | undefined): string | undefined {
  const name = shortText(author?.replace(/\S+@\S+/g, ' '), longestName);
  return name?.replace(/^\((.*)\)$/, '$1') || undefined;
}

/** Without the fields that are absent. */
const defined = (item: IncomingItem): IncomingItem =>
  Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== undefined),
  ) as IncomingItem;
