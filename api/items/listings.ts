import type { ItemCatalog } from './item-catalog.ts';
import type { ItemLink } from './links.ts';

/** A list that an item stands in: of everything, or of what goes by a name. */
export interface Listing {
  readonly list: 'all' | 'model' | 'family' | 'provider' | 'source' | 'remote';
  readonly name: string;
}

interface ListedItem {
  readonly isRemote?: boolean | undefined;
  readonly places: readonly { readonly source: string }[];
  readonly links: readonly ItemLink[];
}

/**
 * The lists that an item stands in. A model's own list has what names it or its series; what only
 * names its family would fill the lists of all that are in it, and stands in a list beside.
 */
export function listingsOf(item: ListedItem, catalog: ItemCatalog): readonly Listing[] {
  const { links, places, isRemote } = item;
  const sources = new Set(places.map(({ source }) => source));
  const makers = links
    .filter(({ level }) => level !== 'family')
    .flatMap(({ slug }) => catalog.documents.get(slug)?.provider ?? []);
  const owners = [...sources].flatMap((source) => catalog.sources.get(source)?.provider ?? []);
  return [
    { list: 'all', name: '' },
    ...links.map(({ slug, level }): Listing => {
      return { list: level === 'family' ? 'family' : 'model', name: slug };
    }),
    ...[...new Set([...makers, ...owners])].map((name): Listing => ({ list: 'provider', name })),
    ...[...sources].map((name): Listing => ({ list: 'source', name })),
    ...(isRemote === undefined
      ? []
      : ([{ list: 'remote', name: isRemote ? 'true' : 'false' }] as const)),
  ];
}
