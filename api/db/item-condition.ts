import type { InValue } from '@libsql/client';
import type { ItemKind } from '../../src/shapes/incoming-item.ts';
import type { Listing } from '../items/listings.ts';

/** What a list of items is asked for; what is absent restricts nothing. */
export interface ItemFilter {
  readonly kind: ItemKind;
  /** Slug. */
  readonly model?: string | undefined;
  /** Whether what only names the model's family is listed too. */
  readonly family?: boolean | undefined;
  readonly provider?: string | undefined;
  readonly source?: string | undefined;
  readonly remote?: boolean | undefined;
  /** Words; of the last, its beginning. */
  readonly search?: string | undefined;
  /** Whether closed jobs are listed too. */
  readonly closed?: boolean | undefined;
}

/** What a query of `listings` says from FROM on, and with which values; `:edition` is left to be given. */
interface ListedRows {
  readonly sql: string;
  readonly args: Readonly<Record<string, InValue>>;
}

/**
 * The rows of `listings` that a filter lets through, as the list stood in `:edition`: those of one
 * list, each of which is asked whether its item stands in the others too.
 */
export function listedRows(filter: ItemFilter): ListedRows {
  const { kind, model, family, provider, source, remote, search, closed } = filter;
  // The shortest first, as a rule.
  const [leading = { list: 'all', name: '' }, ...others] = [
    ...listed('model', model),
    ...listed('source', source),
    ...listed('provider', provider),
    ...listed('remote', remote?.toString()),
  ];
  const conditions = [
    // An item stands in one of the two, so that it comes once.
    leading.list === 'model' && family ? "list IN (:list, 'family')" : 'list = :list',
    'name = :name',
    'kind = :kind',
    'edition <= :edition',
    ...(closed ? [] : ['(closed_edition IS NULL OR closed_edition > :edition)']),
    ...others.map(
      (_, index) => `EXISTS (
        SELECT 1
        FROM listings AS other
        WHERE other.item = listings.item AND other.list = :list${index} AND other.name = :name${index}
      )`,
    ),
  ];
  const names = others.flatMap(({ list, name }, index) => [
    [`list${index}`, list],
    [`name${index}`, name],
  ]);
  return {
    sql: `FROM ${search === undefined ? 'listings' : found} WHERE ${conditions.join(' AND ')}`,
    args: {
      kind,
      ...leading,
      ...Object.fromEntries(names),
      ...(search !== undefined && { search: matching(search) }),
    },
  };
}

const listed = (list: Listing['list'], name: string | undefined): readonly Listing[] =>
  name === undefined ? [] : [{ list, name }];

/** How many items a search finds at the most. What is found is looked up one by one, in a few milliseconds. */
export const mostFound = 2000;

// The latest stored, since the index has them in that order; and from there on, by no other way: with
// few found, going through the list would take a hundred times as long.
const found = `(
    SELECT rowid AS number
    FROM item_words
    WHERE item_words MATCH :search
    ORDER BY rowid DESC
    LIMIT ${mostFound}
  ) AS found
  CROSS JOIN listings ON listings.item = found.number`;

/** Words as FTS5 takes them: each a phrase, since "gpt-4o" is two of its own; the last may go on. */
const matching = (search: string): string =>
  `${search
    // Where a text of C ends.
    .replaceAll('\0', ' ')
    .trim()
    .split(/\s+/)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' ')} *`;
