import type { Catalog, Model } from '../catalog/catalog.ts';
import { slugOf } from '../catalog/schema/primitives.ts';
import type { Listing } from './outside-set.ts';

type Offer = NonNullable<Model['offers']>[number];

/** What the catalog knows a listing as: its maker's own, an offer of it, or another name of it. */
export interface Known {
  readonly model: Model;
  readonly as: 'own' | 'offer' | 'alias';
  readonly offer?: Offer;
}

/** Finds the model of a listing by the catalog's own ids. */
export interface KnownIds {
  /** What a listing at its provider is. */
  at(listing: Pick<Listing, 'provider' | 'id'>): Known | undefined;
  /** The model that an id means wherever it stands, if it means one alone. */
  named(id: string): Model | undefined;
  /** The maker that ids with a prefix mostly belong to: of `x-ai`, xai. */
  makerOf(prefix: string): string | undefined;
}

/** Gathers every id that the catalog knows, of makers, offers and other catalogs. */
export function knownIds({ models, aliases }: Catalog): KnownIds {
  const all = [...models.values()];
  const places = new Map<string, Known>();
  const names = new Map<string, Set<Model>>();
  const name = (id: string, model: Model): void => {
    names.set(id, (names.get(id) ?? new Set()).add(model));
  };
  for (const model of all) {
    for (const id of ownIds(model)) {
      places.set(`${model.provider}/${id}`, { model, as: 'own' });
      name(id, model);
    }
    const { modelsDev = [], openRouter = [] } = model.identifiers ?? {};
    for (const id of new Set([...modelsDev, ...openRouter])) name(id, model);
    for (const offer of model.offers ?? []) {
      places.set(`${offer.provider}/${offer.id}`, { model, as: 'offer', offer });
    }
  }
  // The ids of models.dev begin with a maker, as its sections do.
  for (const model of all) {
    for (const id of model.identifiers?.modelsDev ?? []) {
      if (!places.has(id)) places.set(id, { model, as: 'own' });
    }
  }
  const makers = makersByPrefix(all);
  return {
    at: ({ provider, id }) =>
      places.get(`${provider}/${id}`) ?? bySlug({ models, aliases }, provider, id),
    named(id) {
      const [prefix = '', ...rest] = id.split('/');
      const model = only(names.get(id)) ?? only(names.get(rest.join('/')));
      const isItsMaker = model && [prefix, makers.get(prefix)].includes(model.provider);
      return names.has(id) || isItsMaker ? model : undefined;
    },
    makerOf: (prefix) => makers.get(prefix),
  };
}

const ownIds = ({ api }: Model): readonly string[] =>
  api ? [api.id, ...(api.snapshots ?? [])] : [];

const only = (models: ReadonlySet<Model> | undefined): Model | undefined =>
  models?.size === 1 ? [...models][0] : undefined;

/** A slug is the id in the maker's API; an alias may be another version of it, whose facts are its own. */
function bySlug(
  { models, aliases }: Pick<Catalog, 'models' | 'aliases'>,
  provider: string,
  id: string,
): Known | undefined {
  const slug = slugOf(id);
  const model = models.get(slug);
  if (model?.provider === provider) return { model, as: 'own' };
  const meant = models.get(aliases.get(slug) ?? '');
  return meant?.provider === provider ? { model: meant, as: 'alias' } : undefined;
}

function makersByPrefix(models: readonly Model[]): ReadonlyMap<string, string> {
  const pairs = models.flatMap(({ provider, identifiers, offers = [] }) => {
    const routed = offers.filter((offer) => offer.provider === 'openrouter').map(({ id }) => id);
    return [...(identifiers?.openRouter ?? []), ...routed].map((id) => ({
      prefix: id.slice(0, Math.max(0, id.indexOf('/'))),
      provider,
    }));
  });
  return new Map(
    [...Map.groupBy(pairs, ({ prefix }) => prefix)].map(([prefix, own]) => {
      const counts = Map.groupBy(own, ({ provider }) => provider);
      const [first] = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
      return [prefix, first?.[0] ?? ''];
    }),
  );
}
