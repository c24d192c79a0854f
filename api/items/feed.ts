import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { Item } from '../../src/shapes/item.ts';

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
  readonly items: readonly Item[];
}

export const feedFormats = {
  atom: { mediaType: 'application/atom+xml', write: atomFeed },
  json: { mediaType: 'application/feed+json', write: jsonFeed },
} as const;

export type FeedFormat = keyof typeof feedFormats;

const publisher = 'Model Tracker';

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
function atomFeed({ title, address, page, updatedAt, items }: Feed): string {
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
    entries: items.map((item) => ({
      id: entryId(address, item),
      title: { value: item.title },
      updated: new Date(item.updatedAt),
      published: new Date(publishedAt(item)),
      authors: [{ name: authorOf(item) }],
      links: [{ href: item.url, rel: 'alternate' }],
      ...(item.summary !== undefined && { summary: { value: item.summary } }),
      categories: named(item).map(({ slug, name }) => ({ term: slug, label: name })),
    })),
  });
}

/** @see https://www.jsonfeed.org/version/1.1/ */
function jsonFeed({ title, address, page, items }: Feed): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: page,
    feed_url: address,
    authors: [{ name: publisher }],
    items: items.map((item) => ({
      id: entryId(address, item),
      url: item.url,
      title: item.title,
      // Every item must have a content.
      content_text: item.summary ?? item.title,
      date_published: new Date(publishedAt(item)),
      date_modified: new Date(item.updatedAt),
      authors: [{ name: authorOf(item) }],
      tags: named(item).map(({ slug }) => slug),
    })),
  });
  // The generator leaves out an empty list, and without the field it is no feed.
  return JSON.stringify(items.length === 0 ? { ...(feed as object), items } : feed);
}

const publishedAt = ({ publishedAt, firstSeenAt }: Item): string => publishedAt ?? firstSeenAt;

const authorOf = ({ author, places }: Item): string => author ?? places[0]?.name ?? publisher;

const named = ({ models }: Item): Item['models'] =>
  models.filter(({ level }) => level !== 'family');

/**
 * The same in every feed of this site, and never that of anything else.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4151 for tag URIs
 */
function entryId(address: string, { id }: Item): string {
  const host = new URL(address).hostname.replace(/[[\]]/g, '').replaceAll(':', '-');
  return `tag:${host},2026:items/${id}`;
}
