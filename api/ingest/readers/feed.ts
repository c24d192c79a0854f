import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import { parsedFeed } from '../feed-text.ts';
import { type Draft, type Fetched, feedBytes, type Reader } from '../reader.ts';

/** RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed, at an address of their own. */
export const feed: Reader = {
  accept:
    'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1',
  mostBytes: feedBytes,
  isDocumentedApi: false,
  requests: ({ address }) => [address],
  // A feed holds the latest of its entries: what is missing has not left.
  read: (fetched) => ({ drafts: feedDrafts(fetched), isComplete: false }),
};

/** The entries of a feed, in its order. @throws {UnreadableError} when it is no feed. */
export function feedDrafts({ text }: Fetched): readonly Draft[] {
  const parsed = parsedFeed(text);
  return parsed ? draftsByFormat(parsed) : [];
}

function draftsByFormat({ format, feed: found }: AnyFeed): readonly Draft[] {
  const base = 'xml' in found ? found.xml?.base : undefined;
  if (format === 'atom') return (found.entries ?? []).map((entry) => atomDraft(entry, base));
  if (format === 'json') return (found.items ?? []).map(jsonDraft);
  if (format === 'rdf') return (found.items ?? []).map((item) => rdfDraft(item, base));
  return (found.items ?? []).map((item) => rssDraft(item, base));
}

type Item<Feed> = Feed extends { items?: readonly (infer One)[] } ? One : never;

function rssDraft(item: Item<RssFeed.Feed<string>>, base: string | undefined): Draft {
  const { guid, dc, atom } = item;
  const permalink =
    guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
  return {
    externalId: guid?.value,
    url: item.link ?? alternate(atom?.links) ?? permalink,
    base: baseOf(item, base),
    title: item.title ?? dc?.titles?.[0],
    text: item.description ?? item.content?.encoded ?? dc?.descriptions?.[0],
    author: item.authors?.[0]?.name ?? dc?.creators?.[0] ?? item.itunes?.author,
    publishedAt: item.pubDate ?? dc?.dates?.[0] ?? atom?.published ?? atom?.updated,
    comments: item.slash?.comments,
  };
}

function rdfDraft(item: Item<RdfFeed.Feed<string>>, base: string | undefined): Draft {
  const { dc, rdf } = item;
  return {
    externalId: rdf?.about,
    url: item.link ?? rdf?.about,
    base: baseOf(item, base),
    title: item.title ?? dc?.titles?.[0],
    text: item.description ?? item.content?.encoded ?? dc?.descriptions?.[0],
    author: dc?.creators?.[0],
    publishedAt: dc?.dates?.[0] ?? item.dcterms?.created?.[0],
    comments: item.slash?.comments,
  };
}

type AtomEntry = NonNullable<AtomFeed.Feed<string>['entries']>[number];

function atomDraft(entry: AtomEntry, base: string | undefined): Draft {
  return {
    externalId: entry.id,
    url: alternate(entry.links) ?? (/^https?:/i.test(entry.id ?? '') ? entry.id : undefined),
    base: baseOf(entry, base),
    title: entry.title?.value,
    text:
      entry.summary?.value ?? entry.content?.value ?? entry.media?.groups?.[0]?.description?.value,
    author: entry.authors?.[0]?.name ?? entry.dc?.creators?.[0],
    publishedAt: entry.published ?? entry.dc?.dates?.[0] ?? entry.updated,
    comments: entry.slash?.comments,
  };
}

function jsonDraft(item: Item<JsonFeed.Feed<string>>): Draft {
  return {
    externalId: item.id,
    url: item.url ?? item.external_url ?? (/^https?:/i.test(item.id ?? '') ? item.id : undefined),
    title: item.title,
    text: item.summary ?? item.content_html ?? item.content_text,
    author: item.authors?.[0]?.name,
    publishedAt: item.date_published ?? item.date_modified,
  };
}

/** The link to the page itself: without a relation it is one (RFC 4287, 4.2.7.2). */
function alternate(
  links: readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[] = [],
): string | undefined {
  const pages = links.filter(({ rel, href }) => href && (rel ?? 'alternate') === 'alternate');
  return (pages.find(({ type }) => type === undefined || /html/.test(type)) ?? pages[0])?.href;
}

/** xml:base of an entry, itself relative to that of its feed. */
function baseOf(
  { xml }: { readonly xml?: { readonly base?: string } },
  feedBase: string | undefined,
): string | undefined {
  if (xml?.base === undefined) return feedBase;
  return URL.parse(xml.base, feedBase)?.href ?? xml.base;
}
