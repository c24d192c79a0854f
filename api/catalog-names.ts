import { closest, distance } from 'fastest-levenshtein';
import type { CatalogDocument } from '../src/shapes/catalog-document.ts';
import type { StaticFile } from './static-site.ts';

/** What a model may be called in an address. */
export interface CatalogNames {
  /** Alias → slug. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Slug → display name. */
  readonly models: ReadonlyMap<string, string>;
}

/** The names in the catalog that the site was built from. @throws when the site holds no catalog. */
export function catalogNames(site: ReadonlyMap<string, StaticFile>): CatalogNames {
  const file = site.get('/api/v1/catalog.json');
  if (!file) throw new Error('The built site holds no api/v1/catalog.json; run npm run build.');
  const { data } = JSON.parse(new TextDecoder().decode(file.body)) as { data: CatalogDocument };
  return {
    aliases: new Map(Object.entries(data.aliases)),
    models: new Map(data.models.map(({ slug, name }) => [slug, name])),
  };
}

// More than a handful is a list, not a suggestion.
const mostSuggested = 5;

/** The slugs whose names, or aliases, are nearest to what was asked for; none that is far off. */
export function nearestSlugs({ aliases, models }: CatalogNames, asked: string): readonly string[] {
  const names = new Set([...models.keys(), ...aliases.keys()]);
  const suggested = new Set<string>();
  while (suggested.size < mostSuggested && names.size > 0) {
    const nearest = closest(asked, [...names]);
    if (distance(asked, nearest) > Math.max(3, asked.length / 2)) break;
    names.delete(nearest);
    suggested.add(aliases.get(nearest) ?? nearest);
  }
  return [...suggested];
}
