import type { Catalog, Model } from '../catalog/catalog.ts';
import { compareText } from '../catalog/ranking.ts';
import { factFindings } from './compare-facts.ts';
import { type Found, newModels, newOffers, newSnapshots } from './compare-new.ts';
import { goneOffer, offerFindings } from './compare-offers.ts';
import { priceFindings } from './compare-price.ts';
import { type Drift, type Finding, pickName } from './finding.ts';
import { knownIds } from './known-ids.ts';
import type { Listing, OutsideSet, OutsideSource } from './outside-set.ts';

/**
 * Compares the catalog with what an outside set lists.
 *
 * A maker's own listing speaks for the model, one at a host for its offer; of several of one model at its
 * maker, the one under the id that its file names. A set that is one host's list speaks for the models too.
 */
export function driftOf(catalog: Catalog, source: OutsideSource, set: OutsideSet): Drift {
  const ids = knownIds(catalog);
  const found = set.listings.map((listing) => ({ listing, known: ids.at(listing) }));
  const offers = found.filter(({ known }) => known?.as === 'offer');
  const offered = newOffers(ids, found);
  const findings = [
    ...ownListings(found).flatMap(({ model, listing }) => [
      ...factFindings(model, listing),
      ...priceFindings(model, listing),
    ]),
    ...offers.flatMap(({ listing, known }) => {
      if (!known?.offer) return [];
      const own = offerFindings(catalog, known.model, known.offer, listing);
      return source.host === undefined ? own : [...factsOfHost(known.model, listing), ...own];
    }),
    ...newSnapshots(ids, found),
    ...offered.told,
    ...goneOffers(catalog, source, set),
  ];
  return {
    findings: inOrder(findings),
    aside: inOrder(offered.aside),
    newModels: newModels(catalog, source, ids, found),
    unread: set.unread,
    compared: found.filter(({ known }) => known !== undefined).length,
    listed: found.length,
  };
}

/** A host sells under limits of its own, which its offer keeps; what is left is of the model. */
const factsOfHost = (model: Model, { provider, id, url, facts }: Listing): readonly Finding[] =>
  factFindings(model, { provider, id, url, facts });

/** Facts before offers, each by name. */
const rank = ({ field }: Finding): string => (field.startsWith('offers.') ? `~${field}` : field);

/** By model and field, the first of each: what a set says twice of one thing is compared once. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const distinct = new Map(findings.toReversed().map((one) => [pickName(one), one]));
  return [...distinct.values()].toSorted(
    (one, other) => compareText(one.model, other.model) || compareText(rank(one), rank(other)),
  );
}

/** The one listing that speaks for each model that its own maker lists. */
function ownListings(found: readonly Found[]) {
  const own = found.flatMap(({ listing, known }) =>
    known?.as === 'own' ? [{ model: known.model, listing }] : [],
  );
  return [...Map.groupBy(own, ({ model }) => model)].flatMap(([model, listings]) => {
    const [first] = listings.toSorted(
      (one, other) => idRank(model, one.listing.id) - idRank(model, other.listing.id),
    );
    return first ? [first] : [];
  });
}

/** The id that is asked for first, then snapshots from the newest on, then other names. */
function idRank({ api }: Model, id: string): number {
  if (id === api?.id) return 0;
  const newestFirst = api?.snapshots?.toReversed() ?? [];
  const place = newestFirst.indexOf(id);
  return place < 0 ? newestFirst.length + 1 : place + 1;
}

/** Offers of the set's one host, and those that were taken from the set, of which it says nothing any more. */
function goneOffers(catalog: Catalog, source: OutsideSource, set: OutsideSet): readonly Finding[] {
  const listed = new Set(set.listings.map(({ provider, id }) => `${provider}/${id}`));
  return [...catalog.models.values()].flatMap((model) =>
    (model.offers ?? [])
      .filter((offer) => {
        const isTheirs =
          offer.provider === source.host || offer.source.startsWith(`${source.home}/`);
        return isTheirs && !listed.has(`${offer.provider}/${offer.id}`);
      })
      .map((offer) => goneOffer(catalog, model, offer, source.address)),
  );
}
