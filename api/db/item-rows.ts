import type { InStatement, Row } from '@libsql/client';
import { z } from 'zod';
import type { StoredItem, Telling } from '../items/storing-plan.ts';
import type { ToldItem } from '../items/told-item.ts';
import type { Database } from './open.ts';

const places = z.array(
  z.object({
    source: z.string(),
    externalId: z.string(),
    url: z.string(),
    stated: z.array(z.string()).nullable(),
    isListed: z.int().nullable(),
  }),
);

// SQLite gives the rows of an aggregate in the order that its argument says, not the query's.
const itemColumns = `items.id, items.kind, items.url, items.url_key, items.title, items.summary,
  items.author, items.published_at, items.first_seen_at, items.updated_at, items.closed_at,
  items.score, items.comments, items.company, items.place, items.is_remote,
  items.employment_type, items.salary, (
    SELECT json_group_array(json_object(
      'source', source,
      'externalId', external_id,
      'url', url,
      'stated', json(stated),
      'isListed', is_listed
    ) ORDER BY number)
    FROM item_places
    WHERE item = items.number
  ) AS places`;

/** The stored items that may be meant by what is told: of the same place, or at the same address. */
export async function readKnownItems(
  database: Database,
  told: readonly ToldItem[],
  { source, kind }: Telling,
): Promise<readonly StoredItem[]> {
  const { rows } = await database.execute({
    sql: `SELECT ${itemColumns}
      FROM items
      WHERE number IN (
        SELECT item
        FROM item_places
        WHERE source = :source AND kind = :kind
          AND external_id IN (SELECT value FROM json_each(:ids))
        UNION
        SELECT number
        FROM items
        WHERE kind = :kind AND url_key IN (SELECT value FROM json_each(:keys))
      )
      ORDER BY number`,
    args: {
      source,
      kind,
      ids: JSON.stringify(told.map(({ externalId }) => externalId)),
      keys: JSON.stringify(told.map(({ urlKey }) => urlKey)),
    },
  });
  return rows.map(storedItem);
}

/** Items whose links were made with another version of the catalog, some at a time. */
export async function readItemsToLink(
  database: Database,
  { version, most }: { readonly version: string; readonly most: bigint },
): Promise<readonly StoredItem[]> {
  const { rows } = await database.execute(itemsToLink(version, most));
  return rows.map(storedItem);
}

const itemsToLink = (version: string, most: bigint): InStatement => ({
  sql: `SELECT ${itemColumns}
    FROM items
    WHERE linked_with < :version OR linked_with > :version
    LIMIT :most`,
  args: { version, most },
});

export function storedItem(row: Row): StoredItem {
  const text = (column: string): string | undefined =>
    row[column] === null ? undefined : String(row[column]);
  const number = (column: string): number | undefined =>
    row[column] === null ? undefined : Number(row[column]);
  return {
    id: String(row['id']),
    urlKey: String(row['url_key']),
    says: {
      url: String(row['url']),
      title: String(row['title']),
      summary: text('summary'),
      author: text('author'),
      publishedAt: text('published_at'),
      score: number('score'),
      comments: number('comments'),
      company: text('company'),
      place: text('place'),
      isRemote: row['is_remote'] === null ? undefined : Number(row['is_remote']) === 1,
      employmentType: text('employment_type'),
      salary: text('salary'),
    },
    firstSeenAt: String(row['first_seen_at']),
    isClosed: row['closed_at'] !== null,
    places: places.parse(JSON.parse(String(row['places']))).map((place) => ({
      ...place,
      stated: place.stated ?? undefined,
      isListed: place.isListed === null ? undefined : place.isListed === 1,
    })),
  };
}
