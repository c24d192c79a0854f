import type { Model } from '../catalog/catalog.ts';
import { about } from './fact.ts';
import type { Finding } from './finding.ts';
import { heldPrice } from './held.ts';
import type { Listing } from './outside-set.ts';
import { differingRates } from './price.ts';

/** In what the list price of today differs, of a model that can still be bought. */
export function priceFindings(model: Model, listing: Listing): readonly Finding[] {
  const { price: ours } = model;
  const { price: theirs } = listing;
  // What costs nothing any more keeps its last price.
  if (model.status === 'retired') return [];
  if (!theirs || differingRates(ours, theirs).length === 0) return [];
  return [
    {
      ...about(model, listing, 'pricing'),
      ...(ours && { ours, held: heldPrice(ours) }),
      theirs,
      change: { kind: 'price', price: theirs },
    },
  ];
}
