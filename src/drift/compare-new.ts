import type { Catalog } from '../catalog/catalog.ts';
import { compareText } from '../catalog/ranking.ts';
import { newOffer } from './compare-offers.ts';
import type { Finding, NewModel } from './finding.ts';
import type { Known, KnownIds } from './known-ids.ts';
import type { Listing, OutsideSource } from './outside-set.ts';

/** A listing and what the catalog knows it as. */
export interface Found {
  readonly listing: Listing;
  readonly known: Known | undefined;
}

/**
 * Offers, at hosts of which the catalog has others, of models that it knows and has no offer of there.
 *
 * Of some hosts the catalog keeps a few offers on purpose; what they sell beside those is set aside.
 */
export function newOffers(
  ids: KnownIds,
  found: readonly Found[],
): { readonly told: readonly Finding[]; readonly aside: readonly Finding[] } {
  const all = [...Map.groupBy(found, ({ listing }) => listing.provider).values()].map((listed) => {
    const kept = listed.filter(({ known }) => known?.as === 'offer').length;
    const offers = kept === 0 ? [] : listed.flatMap((one) => offerOf(ids, one));
    return { offers, isAside: offers.length > kept };
  });
  return {
    told: all.flatMap(({ offers, isAside }) => (isAside ? [] : offers)),
    aside: all.flatMap(({ offers, isAside }) => (isAside ? offers : [])),
  };
}

function offerOf(ids: KnownIds, { listing, known }: Found): readonly Finding[] {
  const model = known ? undefined : ids.named(listing.id);
  if (!model || model.provider === listing.provider) return [];
  const isOffered = model.offers?.some(({ provider }) => provider === listing.provider);
  return isOffered ? [] : [newOffer(model, listing)];
}

/** Dated versions, at their makers, of models that the catalog knows. */
export function newSnapshots(ids: KnownIds, found: readonly Found[]): readonly Finding[] {
  return found.flatMap(({ listing, known }) => {
    const { provider, id, url } = listing;
    const model = known ? undefined : versionOf(ids, listing);
    // What is not named by its day is an alias, which leads to another version tomorrow.
    if (model?.provider !== provider || !model.api || !/\d$/.test(id)) return [];
    const finding: Finding = {
      kind: 'new',
      model: model.slug,
      field: `api.snapshots/${id}`,
      provider,
      theirs: id,
      url,
      change: { kind: 'snapshot', id },
    };
    return [finding];
  });
}

/** Models of makers whose other models the catalog has, that no id of the catalog means. */
export function newModels(
  { models }: Catalog,
  source: OutsideSource,
  ids: KnownIds,
  found: readonly Found[],
): readonly NewModel[] {
  const makers = new Set([...models.values()].map(({ provider }) => provider));
  const first = new Map(found.map((one) => [`${one.listing.provider}/${one.listing.id}`, one]));
  return [...first.values()]
    .flatMap(({ listing, known }) => {
      // What gives pictures or sound alone is no language model.
      if (known || ids.named(listing.id) || listing.facts.output?.['text'] === false) return [];
      const maker = makerOf(listing, source, ids);
      if (maker === undefined || !makers.has(maker)) return [];
      return versionOf(ids, { ...listing, provider: maker }) ? [] : [{ maker, listing }];
    })
    .toSorted(
      (one, other) =>
        compareText(one.maker, other.maker) || compareText(one.listing.id, other.listing.id),
    );
}

/** Who makes a listed model: on a router its prefix tells, elsewhere whoever lists it under no other's prefix. */
function makerOf(
  { provider, id }: Listing,
  { host }: OutsideSource,
  ids: KnownIds,
): string | undefined {
  const [prefix = '', ...rest] = id.split('/');
  // After a colon stands a way of selling, of what is listed without it too.
  if (host !== undefined) return id.includes(':') ? undefined : ids.makerOf(prefix);
  return rest.length === 0 || prefix === provider ? provider : undefined;
}

/** The known model of which an id, or its last part, is a version: named by a day, or the latest. */
function versionOf(ids: KnownIds, { provider, id }: Pick<Listing, 'provider' | 'id'>) {
  const bare = id.slice(id.lastIndexOf('/') + 1);
  const base = bare.replace(
    /-(?:20\d\d-?\d\d(?:-?\d\d)?|\d{2}-20\d\d|\d{4}|\d{2}-\d{2}|latest)$/,
    '',
  );
  if (base === bare) return undefined;
  const known = ids.at({ provider, id: base });
  return known?.as === 'own' ? known.model : ids.named(base);
}
