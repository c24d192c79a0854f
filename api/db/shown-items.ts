import type { Row } from '@libsql/client';
import { z } from 'zod';
import { type Item, itemShape } from '../../src/shapes/item.ts';
import { type ItemCatalog, sourceName } from '../items/item-catalog.ts';

/** A query of items as they are shown, in the order of `listed`, a query of `item` and `listed_at`. */
export const shownItems = (listed: string): string => `SELECT
    items.id, items.kind, items.title, items.url, items.summary, items.author, items.published_at,
    items.first_seen_at, items.updated_at, items.closed_at, items.score, items.comments,
    items.company, items.place, items.is_remote, items.employment_type, items.salary, (
      SELECT json_group_array(json_object('source', source, 'url', url) ORDER BY number)
      FROM item_places
      WHERE item = items.number
    ) AS places, (
      SELECT json_group_array(
        json_object('slug', model, 'level', level, 'words', words, 'confidence', confidence)
        ORDER BY confidence DESC, model
      )
      FROM item_models
      WHERE item = items.number
    ) AS models
  FROM (${listed}) AS listed
  JOIN items ON items.number = listed.item
  ORDER BY listed.listed_at DESC, listed.item DESC`;

const placesShape = z.array(z.object({ source: z.string(), url: z.string() }));
const modelsShape = z.array(itemShape.shape.models.element.omit({ name: true }));

/** An item of a row of `shownItems`. What is unknown is absent. */
export function shownItem(row: Row, catalog: ItemCatalog): Item {
  const text = (column: string): string | undefined =>
    row[column] === null ? undefined : String(row[column]);
  const number = (column: string): number | undefined =>
    row[column] === null ? undefined : Number(row[column]);
  const isRemote = number('is_remote');
  return {
    id: String(row['id']),
    kind: itemShape.shape.kind.parse(row['kind']),
    title: String(row['title']),
    url: String(row['url']),
    summary: text('summary'),
    author: text('author'),
    publishedAt: text('published_at'),
    firstSeenAt: String(row['first_seen_at']),
    updatedAt: String(row['updated_at']),
    places: placesOf(row, catalog),
    models: modelsShape.parse(JSON.parse(String(row['models']))).map(({ words, ...link }) => ({
      ...link,
      // Until its links are made anew, an item may name a model that has left the catalog.
      name: catalog.documents.get(link.slug)?.name ?? link.slug,
      words: words === '' ? undefined : words,
    })),
    score: number('score'),
    comments: number('comments'),
    company: text('company'),
    place: text('place'),
    isRemote: isRemote === undefined ? undefined : isRemote === 1,
    employmentType: text('employment_type'),
    salary: text('salary'),
    closedAt: text('closed_at'),
  };
}

/** The places of an item; an entry whose source changed its id is one place. */
function placesOf(row: Row, catalog: ItemCatalog): Item['places'] {
  const places = placesShape.parse(JSON.parse(String(row['places'])));
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()].map(
    ({ source, url }) => ({ source, name: sourceName(catalog, source), url }),
  );
}
