import type { InStatement } from '@libsql/client';
import type { ItemCatalog } from '../items/item-catalog.ts';
import type { ItemLinks } from '../items/links.ts';
import { listingsOf } from '../items/listings.ts';
import type { StoredItem, StoringPlan, Telling } from '../items/storing-plan.ts';

interface Writing {
  readonly catalog: ItemCatalog;
  readonly linksOf: ItemLinks;
  readonly telling: Telling;
  /** The edition that is being written. */
  readonly edition: bigint;
}

/** The statements that bring a plan about; none where it changes nothing. */
export function writeItems(
  { items, merged }: StoringPlan,
  { catalog, linksOf, telling, edition }: Writing,
): readonly InStatement[] {
  if (items.length === 0) return [];
  const { kind, now } = telling;
  const rows = items.map(({ places: _, says, ...item }) => ({ ...item, ...says }));
  const places = items.flatMap(({ id, places: all }) =>
    all.map((place) => ({ item: id, ...place })),
  );
  return [
    // First, so that a place which moves to another item comes after those that are there already.
    {
      sql: 'DELETE FROM items WHERE id IN (SELECT value FROM json_each(?))',
      args: [JSON.stringify(merged)],
    },
    {
      sql: upsertItems,
      args: {
        rows: JSON.stringify(rows),
        kind,
        now: now.toISOString(),
        edition,
        version: catalog.version,
      },
    },
    { sql: upsertPlaces, args: { rows: JSON.stringify(places), kind } },
    ...writeLinks(items, { catalog, linksOf }),
  ];
}

// What is unknown of a JSON value is NULL, and `true` and `false` are 1 and 0. The condition tells
// the parser that ON CONFLICT begins no join.
const upsertItems = `INSERT INTO items (
    id, kind, url, url_key, title, summary, author, published_at, first_seen_at, updated_at,
    closed_at, score, comments, company, place, is_remote, employment_type, salary,
    edition, closed_edition, linked_with
  )
  SELECT
    value ->> 'id', :kind, value ->> 'url', value ->> 'urlKey', value ->> 'title',
    value ->> 'summary', value ->> 'author', value ->> 'publishedAt', value ->> 'firstSeenAt', :now,
    iif(value ->> 'isClosed', :now, NULL), value ->> 'score', value ->> 'comments',
    value ->> 'company', value ->> 'place', value ->> 'isRemote', value ->> 'employmentType',
    value ->> 'salary', :edition, iif(value ->> 'isClosed', :edition, NULL), :version
  FROM json_each(:rows)
  WHERE true
  ON CONFLICT (id) DO UPDATE SET
    url = excluded.url,
    url_key = excluded.url_key,
    title = excluded.title,
    summary = excluded.summary,
    author = excluded.author,
    published_at = excluded.published_at,
    updated_at = excluded.updated_at,
    closed_at = iif(excluded.closed_at IS NULL, NULL, coalesce(items.closed_at, excluded.closed_at)),
    score = excluded.score,
    comments = excluded.comments,
    company = excluded.company,
    place = excluded.place,
    is_remote = excluded.is_remote,
    employment_type = excluded.employment_type,
    salary = excluded.salary,
    closed_edition = iif(
      excluded.closed_edition IS NULL, NULL, coalesce(items.closed_edition, excluded.closed_edition)
    ),
    -- A job that is back has arrived anew, as far as lists go.
    edition = iif(
      items.closed_at IS NOT NULL AND excluded.closed_at IS NULL, excluded.edition, items.edition
    ),
    linked_with = excluded.linked_with`;

const upsertPlaces = `INSERT INTO item_places
    (source, kind, external_id, item, url, stated, is_listed)
  SELECT
    value ->> 'source', :kind, value ->> 'externalId', items.number, value ->> 'url',
    value -> 'stated', value ->> 'isListed'
  FROM json_each(:rows)
  JOIN items ON items.id = value ->> 'item'
  WHERE true
  ORDER BY json_each.key
  ON CONFLICT (source, kind, external_id) DO UPDATE SET
    item = excluded.item,
    url = excluded.url,
    stated = excluded.stated,
    is_listed = excluded.is_listed`;

/** The statements that make the links of stored items, and the lists they stand in, anew. */
export function writeLinks(
  items: readonly StoredItem[],
  { catalog, linksOf }: Pick<Writing, 'catalog' | 'linksOf'>,
): readonly InStatement[] {
  const linked = items.map(({ id, says, places, firstSeenAt }) => {
    const links = linksOf({ ...says, places, publishedAt: says.publishedAt ?? firstSeenAt });
    return { id, links, listings: listingsOf({ ...says, places, links }, catalog) };
  });
  const ids = JSON.stringify(items.map(({ id }) => id));
  const links = linked.flatMap(({ id, links: all }) => all.map((link) => ({ item: id, ...link })));
  const listings = linked.flatMap(({ id, listings: all }) =>
    all.map((listing) => ({ item: id, ...listing })),
  );
  return [
    { sql: `DELETE FROM item_models WHERE ${ofItems}`, args: [ids] },
    { sql: `DELETE FROM listings WHERE ${ofItems}`, args: [ids] },
    { sql: insertLinks, args: [JSON.stringify(links)] },
    { sql: insertListings, args: [JSON.stringify(listings)] },
  ];
}

const ofItems = 'item IN (SELECT number FROM items WHERE id IN (SELECT value FROM json_each(?)))';

const insertLinks = `INSERT INTO item_models
    (item, model, level, words, confidence, reason, how)
  SELECT
    items.number, value ->> 'slug', value ->> 'level', value ->> 'words', value ->> 'confidence',
    value ->> 'reason', value ->> 'how'
  FROM json_each(?)
  JOIN items ON items.id = value ->> 'item'`;

const insertListings = `INSERT INTO listings
    (list, name, kind, listed_at, item, edition, closed_edition)
  SELECT
    value ->> 'list', value ->> 'name', items.kind,
    coalesce(items.published_at, items.first_seen_at), items.number, items.edition,
    items.closed_edition
  FROM json_each(?)
  JOIN items ON items.id = value ->> 'item'`;
