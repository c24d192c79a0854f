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

/** The edition that is asked for by `:edition`, or the newest: one that is yet to come would be another list by then. */
export const askedEdition = `(
  SELECT min(edition, coalesce(:edition, edition)) FROM item_editions WHERE only = 1
)`;

/**
 * The rows of `listings` that a filter lets through, as of `askedEdition`: those of one list, each of
 * which is asked whether its item stands in the others too.
 */
export function itemCondition(filter: ItemFilter): {
  readonly sql: string;
  readonly args: Readonly<Record<string, InValue>>;
} {
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
    `edition <= ${askedEdition}`,
    ...(closed ? [] : [`(closed_edition IS NULL OR closed_edition > ${askedEdition})`]),
    ...others.map(
      (_, index) => `EXISTS (
        SELECT 1
        FROM listings AS other
        WHERE other.item = listings.item AND other.list = :list${index} AND other.name = :name${index}
      )`,
    ),
    ...(search === undefined
      ? []
      : ['item IN (SELECT rowid FROM item_words WHERE item_words MATCH :search)']),
  ];
  const names = others.flatMap(({ list, name }, index) => [
    [`list${index}`, list],
    [`name${index}`, name],
  ]);
  return {
    sql: conditions.join(' AND '),
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

/** Words as FTS5 takes them: each a phrase, since "gpt-4o" is two of its own; the last may go on. */
const matching = (search: string): string =>
  `${search
    .split(/\s+/)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' ')} *`;
