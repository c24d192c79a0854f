import type { IncomingItem, ItemKind } from '../../src/shapes/incoming-item.ts';
import { canonicalUrl, urlKey } from '../canonical-url.ts';
import { type ItemCatalog, slugIn } from './item-catalog.ts';

/** What a source tells of one item, as it is compared and stored. */
export interface ToldItem {
  readonly externalId: string;
  readonly urlKey: string;
  readonly says: ItemSays;
  /** Slugs that the source names; absent where it leaves that to us. */
  readonly stated?: readonly string[] | undefined;
}

/** What an item says, whoever tells it. */
export interface ItemSays {
  readonly url: string;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly author?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly score?: number | undefined;
  readonly comments?: number | undefined;
  readonly company?: string | undefined;
  readonly place?: string | undefined;
  readonly isRemote?: boolean | undefined;
  readonly employmentType?: string | undefined;
  readonly salary?: string | undefined;
}

/** An item that is not taken, and why, in a sentence. */
export interface RefusedItem {
  /** Place among the items that were told, from 0. */
  readonly index: number;
  readonly externalId: string;
  readonly reason: string;
}

// Clocks of machines that keep time differ by less; an item from further ahead would stand first in
// every list until its day comes.
const clockErrorMs = 5 * 60_000;

/** Prepares incoming items, once each, and says of those that cannot be taken why. */
export function toldItems(
  items: readonly IncomingItem[],
  {
    kind,
    catalog,
    now,
  }: { readonly kind: ItemKind; readonly catalog: ItemCatalog; readonly now: Date },
): { readonly told: readonly ToldItem[]; readonly refused: readonly RefusedItem[] } {
  const seen = new Set<string>();
  const told: ToldItem[] = [];
  const refused: RefusedItem[] = [];
  for (const [index, item] of items.entries()) {
    const { externalId } = item;
    const reason = seen.has(externalId)
      ? `The id "${externalId}" stands twice; the first was taken.`
      : faultOf(item, { kind, catalog, now });
    seen.add(externalId);
    if (reason === undefined) told.push(toldItem(item, catalog));
    else refused.push({ index, externalId, reason });
  }
  return { told, refused };
}

function faultOf(
  item: IncomingItem,
  {
    kind,
    catalog,
    now,
  }: { readonly kind: ItemKind; readonly catalog: ItemCatalog; readonly now: Date },
): string | undefined {
  const { title, publishedAt, models = [] } = item;
  if (!hasWords(title)) return 'The title holds no words.';
  if (kind === 'jobs' && !('company' in item && hasWords(item.company))) {
    return 'The company has no name.';
  }
  if (publishedAt !== undefined && Date.parse(publishedAt) > now.getTime() + clockErrorMs) {
    return `publishedAt lies in the future: ${publishedAt}.`;
  }
  const unknown = models.filter((name) => slugIn(catalog, name) === undefined);
  if (unknown.length === 0) return undefined;
  return `There is no model ${unknown.map((name) => `"${name}"`).join(' or ')} in the catalog.`;
}

function toldItem(item: IncomingItem, catalog: ItemCatalog): ToldItem {
  const url = canonicalUrl(item.url);
  const { models } = item;
  return {
    externalId: item.externalId,
    urlKey: urlKey(url),
    stated: models && [...new Set(models.flatMap((name) => slugIn(catalog, name) ?? []))],
    says: {
      url,
      title: plainLine(item.title),
      summary: plainText(item.summary),
      publishedAt: item.publishedAt && new Date(item.publishedAt).toISOString(),
      ...('author' in item && { author: plainText(item.author) }),
      ...('score' in item && { score: item.score }),
      ...('comments' in item && { comments: item.comments }),
      ...('company' in item && {
        company: plainLine(item.company),
        place: plainText(item.place),
        isRemote: item.isRemote,
        employmentType: plainText(item.employmentType),
        salary: plainText(item.salary),
      }),
    },
  };
}

// What XML cannot hold, so that a feed with it would not parse (https://www.w3.org/TR/xml/#charsets):
// control characters, noncharacters and halves of pairs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

const hasWords = (text: string): boolean => /[\p{L}\p{N}\p{S}]/u.test(text);

const plainLine = (text: string): string => text.replace(notText, '').replace(/\s+/g, ' ').trim();

/** A text without what is no text; none where nothing is left. */
function plainText(text: string | undefined): string | undefined {
  const plain = text?.replace(notText, '').trim();
  return plain === '' ? undefined : plain;
}
