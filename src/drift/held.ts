import type { Catalog, Model, Offer, Price } from '../catalog/catalog.ts';
import { bestConfidence, type Coverable, sourcesOf } from '../catalog/rules/coverage.ts';
import type { Held } from './finding.ts';

/** The best source of a stated fact, the one read last if there are several. */
export function heldFact(model: Model, fact: Coverable): Held | undefined {
  const confidence = bestConfidence(model, fact);
  const [best] = sourcesOf(model, fact)
    .filter((source) => source.confidence === confidence)
    .toSorted((one, other) => other.checked.localeCompare(one.checked));
  return best && { url: best.url, confidence, day: best.checked };
}

/** A list price stands for its maker's word unless it says less of itself. */
export const heldPrice = ({ source, confidence = 'maker', from }: Price): Held => ({
  url: source,
  confidence,
  day: from,
});

/** An offer that was read on a page of who makes it is as good as a maker's word. */
export function heldOffer({ providers }: Catalog, offer: Offer): Held {
  const { website, docs, pricingPage } = providers.get(offer.provider) ?? {};
  const own = [website, docs, pricingPage].map((page) => page && siteOf(page));
  const isOwn = own.includes(siteOf(offer.source));
  return { url: offer.source, confidence: isOwn ? 'maker' : 'reported', day: offer.checked };
}

/** The last two parts of a host's name: of `docs.aurora.example`, `aurora.example`. */
const siteOf = (url: string): string => new URL(url).hostname.split('.').slice(-2).join('.');
