import type { ChangeDocument } from '../../src/shapes/change.ts';
import type { Item } from '../../src/shapes/item.ts';
import { changeText, changeTitle } from './change-words.ts';

/** What a feed tells, whether it was found elsewhere or follows from the catalog. */
export interface FeedEntry {
  /** Its kind and id, `items/…` or `changes/…`: the same in every feed. */
  readonly id: string;
  readonly title: string;
  /** Absolute address of what it is about. */
  readonly url: string;
  /** Plain text. */
  readonly summary?: string | undefined;
  /** Absent where it is told by this site. */
  readonly author?: string | undefined;
  /** UTC, ISO 8601, as all instants. */
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly models: readonly { readonly slug: string; readonly name: string }[];
}

export const itemEntry = (item: Item): FeedEntry => ({
  id: `items/${item.id}`,
  title: item.title,
  url: item.url,
  summary: item.summary,
  author: item.author ?? item.places[0]?.name,
  publishedAt: item.publishedAt ?? item.firstSeenAt,
  updatedAt: item.updatedAt,
  models: item.models.filter(({ level }) => level !== 'family'),
});

/** A change as an entry that leads to its model's page. @param publicUrl without a slash at its end */
export function changeEntry(change: ChangeDocument, publicUrl: string): FeedEntry {
  const { id, date, model, name } = change;
  // A month counts from the first of it.
  const instant = `${date.length === 7 ? `${date}-01` : date}T00:00:00Z`;
  return {
    id: `changes/${id}`,
    title: changeTitle(change),
    url: `${publicUrl}/models/${model}`,
    summary: changeText(change),
    publishedAt: instant,
    updatedAt: instant,
    models: [{ slug: model, name }],
  };
}

/** The newest of both lists in one; of one instant, the first list's come first. */
export const newestEntries = (
  one: readonly FeedEntry[],
  other: readonly FeedEntry[],
  limit: number,
): readonly FeedEntry[] =>
  [...one, ...other]
    .toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
    .slice(0, limit);
