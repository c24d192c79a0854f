import type { Catalog, Model, Offer, Price } from '../catalog/catalog.ts';
import { type Coverable, confidenceOf, sourcesOf } from '../catalog/rules/coverage.ts';
import type { Held } from './finding.ts';

/** The best source of a stated fact, the one read last if there are several. */
export function heldFact(model: Model, fact: Coverable): Held | undefined {
  const confidence = confidenceOf(model, fact);
  const [best] = sourcesOf(model, fact)
    .filter((source) => source.confidence === confidence)
    .toSorted((one, other) => other.checked.localeCompare(one.checked));
  return best && { url: best.url, confidence, day: best.checked };
}

/** Who says a list price; where it does not tell how sure it is, it is reported. */
export const heldPrice = ({ source, confidence = 'reported', from }: Price): Held => ({
  url: source,
  confidence,
  day: from,
});

/** An offer that was read on a page of who makes it is as good as a maker's word. */
export function heldOffer({ providers, datasets }: Catalog, offer: Offer): Held {
  const isOfSet = datasets.values().some(({ url }) => offer.source.startsWith(`${url}/`));
  const { website, docs, pricingPage } = providers.get(offer.provider) ?? {};
  const isOwn = [website, docs, pricingPage].some((page) => page && isBelow(page, offer.source));
  const confidence = isOwn && !isOfSet ? 'maker' : 'reported';
  return { url: offer.source, confidence, day: offer.checked };
}

/** Whether an address is of a page's host, or of a part of it: `docs.aurora.example` of `aurora.example`. */
function isBelow(page: string, address: string): boolean {
  const host = new URL(page).hostname.replace(/^www\./, '');
  const { hostname } = new URL(address);
  return hostname === host || hostname.endsWith(`.${host}`);
}
