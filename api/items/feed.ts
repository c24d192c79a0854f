import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { FeedEntry } from './feed-entry.ts';

/** A feed as both formats tell it. */
export interface Feed {
  readonly title: string;
  /** Its own address. */
  readonly address: string;
  /** Address of the page that shows the same to people. */
  readonly page: string;
  /** When something of it changed last; UTC, ISO 8601. */
  readonly updatedAt: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export const feedFormats = {
  atom: { mediaType: 'application/atom+xml', write: atomFeed },
  json: { mediaType: 'application/feed+json', write: jsonFeed },
} as const;

export type FeedFormat = keyof typeof feedFormats;

const publisher = 'Model Tracker';

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
function atomFeed({ title, address, page, updatedAt, entries }: Feed): string {
  return generateAtomFeed({
    // The address without its secret: a link that was renewed is of the same feed.
    id: address.replace(/\?.*/, ''),
    // A plain string would be left out without a word.
    title: { value: title },
    updated: new Date(updatedAt),
    authors: [{ name: publisher }],
    links: [
      { href: address, rel: 'self', type: feedFormats.atom.mediaType },
      { href: page, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((entry) => ({
      id: entryId(address, entry),
      title: { value: entry.title },
      updated: new Date(entry.updatedAt),
      published: new Date(entry.publishedAt),
      authors: [{ name: entry.author ?? publisher }],
      links: [{ href: entry.url, rel: 'alternate' }],
      ...(entry.summary !== undefined && { summary: { value: entry.summary } }),
      categories: entry.models.map(({ slug, name }) => ({ term: slug, label: name })),
    })),
  });
}

/** @see https://www.jsonfeed.org/version/1.1/ */
function jsonFeed({ title, address, page, entries }: Feed): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: page,
    feed_url: address,
    authors: [{ name: publisher }],
    items: entries.map((entry) => ({
      id: entryId(address, entry),
      url: entry.url,
      title: entry.title,
      // Every item must have a content.
      content_text: entry.summary ?? entry.title,
      date_published: new Date(entry.publishedAt),
      date_modified: new Date(entry.updatedAt),
      authors: [{ name: entry.author ?? publisher }],
      tags: entry.models.map(({ slug }) => slug),
    })),
  });
  // The generator leaves out an empty list, and without the field it is no feed.
  return JSON.stringify(entries.length === 0 ? { ...(feed as object), items: [] } : feed);
}

/**
 * The same in every feed of this site, and never that of anything else.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4151 for tag URIs
 */
function entryId(address: string, { id }: FeedEntry): string {
  const host = new URL(address).hostname.replace(/[[\]]/g, '').replaceAll(':', '-');
  return `tag:${host},2026:${id}`;
}
