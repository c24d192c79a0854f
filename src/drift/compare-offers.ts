import type { Catalog, Model, Offer } from '../catalog/catalog.ts';
import type { Finding } from './finding.ts';
import { heldOffer } from './held.ts';
import { statedOutput } from './limits.ts';
import type { Listing, Rates } from './outside-set.ts';
import { differingRates } from './price.ts';

/** The name by which an offer is picked. */
export const offerField = ({ provider, id }: Pick<Offer, 'provider' | 'id'>): string =>
  `offers.${provider}/${id}`;

/** In what an offer and the listing of it differ. Where an offer is silent, what holds of the model holds of it. */
export function offerFindings(
  catalog: Catalog,
  model: Model,
  offer: Offer,
  listing: Listing,
): readonly Finding[] {
  const finding = (
    key: 'contextWindow' | 'maxOutput' | 'pricing',
    ours: unknown,
    theirs: unknown,
  ): Finding => ({
    kind: 'differs',
    model: model.slug,
    field: `${offerField(offer)}.${key}`,
    provider: offer.provider,
    ...(ours !== undefined && { ours }),
    held: heldOffer(catalog, offer),
    theirs,
    url: listing.url,
    change: { kind: 'offer', at: offer, key, value: theirs },
  });
  const context = offer.contextWindow ?? model.specs.contextWindow;
  const theirContext = listing.contextWindow ?? listing.maxInput;
  const mayBeInput = listing.contextWindow === undefined && theirContext === model.specs.maxInput;
  const output = offer.maxOutput ?? model.specs.maxOutput;
  const theirOutput = statedOutput(model, listing);
  const rates = { ...model.price, ...offer.pricing };
  return [
    ...(theirContext === undefined || theirContext === context || mayBeInput
      ? []
      : [finding('contextWindow', context, theirContext)]),
    ...(theirOutput === undefined || theirOutput === output
      ? []
      : [finding('maxOutput', output, theirOutput)]),
    ...(!listing.price || differingRates(rates, listing.price).length === 0
      ? []
      : [finding('pricing', offer.pricing, ratesOf(listing.price))]),
  ];
}

/** An offer that a set lists and the catalog has not. */
export function newOffer(model: Model, listing: Listing): Finding {
  const { provider, id, url, contextWindow, price } = listing;
  const { specs } = model;
  const maxOutput = statedOutput(model, listing);
  const offer = {
    provider,
    id,
    ...(contextWindow && contextWindow !== specs.contextWindow && { contextWindow }),
    ...(maxOutput && maxOutput !== specs.maxOutput && { maxOutput }),
    ...(price && { pricing: ratesOf(price) }),
  };
  const field = offerField(offer);
  const change = { kind: 'newOffer', offer } as const;
  return { kind: 'new', model: model.slug, field, provider, theirs: offer, url, change };
}

/** An offer that a set listed and lists no longer. @param url the set's own address */
export const goneOffer = (catalog: Catalog, model: Model, ours: Offer, url: string): Finding => ({
  kind: 'gone',
  model: model.slug,
  field: offerField(ours),
  provider: ours.provider,
  ours,
  held: heldOffer(catalog, ours),
  url,
  change: { kind: 'goneOffer', at: ours },
});

const ratesOf = ({ input, output, cachedInput, cacheWrite }: Rates): Rates => ({
  input,
  ...(output !== undefined && { output }),
  ...(cachedInput !== undefined && { cachedInput }),
  ...(cacheWrite !== undefined && { cacheWrite }),
});
