import type { Row } from './table-rows.ts';

/** What the reader asked for: the query of the address. */
export interface Filter {
  readonly search: string;
  readonly provider: string;
  readonly status: string;
  readonly minContext: string;
  readonly maxInputPrice: string;
  readonly traits: readonly string[];
  readonly sortBy: string | undefined;
  readonly sortOrder: 'asc' | 'desc';
}

export function filterFrom(query: URLSearchParams): Filter {
  return {
    search: query.get('search') ?? '',
    provider: query.get('provider') ?? '',
    status: query.get('status') ?? '',
    minContext: query.get('minContext') ?? '',
    maxInputPrice: query.get('maxInputPrice') ?? '',
    traits: query.getAll('trait'),
    sortBy: query.get('sortBy') ?? undefined,
    sortOrder: query.get('sortOrder') === 'desc' ? 'desc' : 'asc',
  };
}

/** The filter as a query, empty fields left out. */
export function queryOf({ traits, sortBy, sortOrder, ...fields }: Filter): string {
  const pairs = [
    ...Object.entries(fields),
    ...traits.map((trait) => ['trait', trait]),
    ...(sortBy
      ? [
          ['sortBy', sortBy],
          ['sortOrder', sortOrder],
        ]
      : []),
  ];
  return new URLSearchParams(pairs.filter(([, value]) => value) as [string, string][]).toString();
}

export function matches({ traits, values, text }: Row, filter: Filter): boolean {
  const asked = [filter.provider, filter.status, ...filter.traits].filter(Boolean);
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    asked.every((trait) => traits.includes(trait)) &&
    // "gpt4o" means GPT-4o: the signs between letters and digits are written as people like.
    words.every(
      (word) => text.includes(word) || text.replace(/[^\p{L}\p{N} ]/gu, '').includes(word),
    ) &&
    (!filter.minContext || Number(values['contextWindow']) >= Number(filter.minContext)) &&
    (!filter.maxInputPrice ||
      (values['inputPrice'] !== '' && Number(values['inputPrice']) <= Number(filter.maxInputPrice)))
  );
}
