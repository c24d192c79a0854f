import { canonicalUrl, urlKey } from '../canonical-url.ts';
import { type ItemCatalog, slugIn } from './item-catalog.ts';

/** How near a text comes to a model: it names the model, its series, or only its family. */
export type LinkLevel = 'model' | 'series' | 'family';

interface FoundLink {
  readonly slug: string;
  readonly level: LinkLevel;
  /** As they stand in the text. */
  readonly words: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** Finds the models that a text names, at most one link a slug. */
export type Linker = (item: {
  readonly title: string;
  readonly text?: string | undefined;
  /** Where it was published first. */
  readonly source?: string | undefined;
  /** A line's name alone means what was current then. */
  readonly publishedAt?: string | undefined;
}) => readonly FoundLink[];

/** A link of an item, and who made it: its source, the linker, or a correction. */
export interface ItemLink extends FoundLink {
  readonly how: 'stated' | 'linked' | 'corrected';
}

/** What the links of an item are made of. */
export interface LinkableItem {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly url: string;
  readonly publishedAt?: string | undefined;
  /** The first tells what the item says. */
  readonly places: readonly {
    readonly source: string;
    readonly url: string;
    /** Slugs or aliases that the source names; absent where it leaves that to us. */
    readonly stated?: readonly string[] | undefined;
  }[];
}

/** The links of an item: as a correction has them, else as its sources state, else as the text is read. */
export type ItemLinks = (item: LinkableItem) => readonly ItemLink[];

/** Makes links by a catalog's models and corrections. What has left the catalog is linked no more. */
export function itemLinks(catalog: ItemCatalog, linker: Linker): ItemLinks {
  const corrections = Map.groupBy(catalog.corrections.values(), ({ url }) =>
    urlKey(canonicalUrl(url)),
  );
  return (item) => {
    const links = new Map<string, ItemLink>();
    for (const link of statedOrFound(item, catalog, linker)) links.set(link.slug, link);
    const keys = new Set([item.url, ...item.places.map(({ url }) => url)].map(urlKey));
    for (const { add = [], remove = [], reason } of [...keys].flatMap(
      (key) => corrections.get(key) ?? [],
    )) {
      for (const name of remove) links.delete(slugIn(catalog, name) ?? name);
      for (const slug of knownSlugs(add, catalog)) {
        links.set(slug, { ...certain(slug), reason, how: 'corrected' });
      }
    }
    return [...links.values()];
  };
}

function statedOrFound(
  { title, summary, publishedAt, places }: LinkableItem,
  catalog: ItemCatalog,
  linker: Linker,
): readonly ItemLink[] {
  // A source that names none has spoken too: the item is about no model.
  const stated = places.flatMap((place) => (place.stated ? [place] : []));
  if (stated.length > 0) {
    return stated.flatMap(({ source, stated: names = [] }) =>
      knownSlugs(names, catalog).map((slug) => ({
        ...certain(slug),
        reason: `The source ${source} names it.`,
        how: 'stated' as const,
      })),
    );
  }
  return linker({ title, text: summary, source: places[0]?.source, publishedAt })
    .filter(({ slug }) => catalog.documents.has(slug))
    .map((link) => ({ ...link, how: 'linked' }));
}

const knownSlugs = (names: readonly string[], catalog: ItemCatalog): readonly string[] =>
  names.flatMap((name) => slugIn(catalog, name) ?? []);

const certain = (slug: string) => ({ slug, level: 'model', words: '', confidence: 1 }) as const;
