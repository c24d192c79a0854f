import { createLinker } from '../src/linking/linker.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { forgetRetracted } from './db/item-retraction.ts';
import { type ItemStoreParts, itemStore, type StoreItems } from './db/items.ts';
import { relinkItems } from './db/relinking.ts';
import { newsOfNotice } from './items/editorial.ts';
import { editorialSource, type Notice } from './items/item-catalog.ts';
import { itemLinks, type Linker } from './items/links.ts';
import type { Log } from './log.ts';

interface OpenItems {
  readonly storeItems: StoreItems;
  /** Ends what is still going on in the background. */
  close(): Promise<void>;
}

interface ItemParts extends Omit<ItemStoreParts, 'linksOf' | 'catalog'> {
  readonly catalog: CatalogIndex;
  /** Another than that of the catalog's names. */
  readonly linker?: Linker | undefined;
  readonly log: Log;
}

/**
 * Takes in the catalog's own news, so that there are some on a fresh machine without network, and
 * begins in the background to make links anew that another version of the catalog was for.
 */
export async function openItems({ linker, log, ...parts }: ItemParts): Promise<OpenItems> {
  const store = { ...parts, linksOf: itemLinks(parts.catalog, linker ?? linkerOf(parts.catalog)) };
  const storeItems = itemStore(store);
  await takeInNews(store, { notices: parts.catalog.news, storeItems, log });
  const stopping = new AbortController();
  const relinking = relinkItems(store, stopping).then(
    (items) => items > 0 && log('info', { event: 'items-linked-anew', items }),
    (error: unknown) => log('error', { event: 'items-not-linked-anew', error: String(error) }),
  );
  return {
    storeItems,
    async close() {
      stopping.abort();
      await relinking;
    },
  };
}

interface NewsParts {
  readonly notices: readonly Notice[];
  readonly storeItems: StoreItems;
  readonly log: Log;
}

/** Stores the catalog's own news, and forgets what is no longer among them. */
async function takeInNews(
  parts: ItemStoreParts,
  { notices, storeItems, log }: NewsParts,
): Promise<void> {
  const { id } = editorialSource;
  const stored = await storeItems({ id, kind: 'news' }, notices.map(newsOfNotice), {
    isComplete: true,
  });
  const told = notices.map((notice) => notice.id);
  const retracted = await forgetRetracted(parts, id, told);
  const { created, updated, refused } = stored;
  if (created + updated + retracted > 0) {
    log('info', { event: 'news-taken-in', created, updated, retracted });
  }
  for (const { externalId, reason } of refused) {
    log('warn', { event: 'notice-refused', notice: externalId, reason });
  }
}

const linkerOf = ({ day, documents, providers }: CatalogIndex): Linker =>
  createLinker({ day, models: documents, providers });
