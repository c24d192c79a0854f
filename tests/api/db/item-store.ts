import { type ItemStoreParts, itemStore, type StoreItems } from '../../../api/db/items.ts';
import type { Database } from '../../../api/db/open.ts';
import { WriteQueue } from '../../../api/db/write-queue.ts';
import type { Correction, ItemCatalog } from '../../../api/items/item-catalog.ts';
import { itemLinks, type Linker } from '../../../api/items/links.ts';
import type { IncomingItem, IncomingJob } from '../../../src/shapes/incoming-item.ts';
import { temporaryDatabase } from './temporary-database.ts';

export const noon = '2026-03-01T12:00:00.000Z';

/** Links what stands in the text as it is named in the catalog; of "Aurora" alone, the family. */
export const linkerByName: Linker = ({ title, text = '' }) => {
  const words = `${title} ${text}`;
  const named = ['Aurora 1', 'Aurora 2'].filter((name) => words.includes(name));
  if (named.length > 0) {
    return named.map((name) => ({
      slug: name.toLowerCase().replace(' ', '-'),
      level: 'model',
      words: name,
      confidence: 0.9,
      reason: `The text names ${name}.`,
    }));
  }
  if (!words.includes('Aurora')) return [];
  return ['aurora-1', 'aurora-2'].map((slug) => ({
    slug,
    level: 'family',
    words: 'Aurora',
    confidence: 0.5,
    reason: 'The text names the family alone.',
  }));
};

interface CatalogOptions {
  readonly version?: string;
  readonly corrections?: readonly Correction[];
  readonly models?: readonly string[];
}

export function itemCatalog({
  version = 'v1',
  corrections = [],
  models = ['aurora-1', 'aurora-2', 'borealis-1'],
}: CatalogOptions = {}): ItemCatalog {
  return {
    version,
    documents: new Map(
      models.map((slug) => [
        slug,
        { name: slug, provider: slug.startsWith('aurora') ? 'aurora-labs' : 'borealis' },
      ]),
    ),
    aliases: new Map([['aurora-one', 'aurora-1']]),
    sources: new Map([
      ['blog', { name: 'The Blog', provider: 'aurora-labs' }],
      ['wire', { name: 'The Wire' }],
    ]),
    corrections: new Map(corrections.map((correction) => [correction.url, correction])),
  };
}

export interface StoreOptions extends CatalogOptions {
  readonly now?: string;
}

/** A store of items on a database, by a small catalog and a clock that stands still. */
export interface TestStore {
  readonly parts: ItemStoreParts;
  readonly store: StoreItems;
}

export function storeOn(
  database: Database,
  { now = noon, ...options }: StoreOptions = {},
): TestStore {
  const catalog = itemCatalog(options);
  const parts = {
    database,
    writes: new WriteQueue(database),
    catalog,
    linksOf: itemLinks(catalog, linkerByName),
    now: () => new Date(now),
  };
  return { parts, store: itemStore(parts) };
}

export const temporaryStore = async (): Promise<TestStore> => storeOn(await temporaryDatabase());

export const news = { id: 'blog', kind: 'news' } as const;
export const wire = { id: 'wire', kind: 'news' } as const;
export const board = { id: 'board', kind: 'jobs' } as const;

/** An article that says only what matters. */
export const article = (fields: Partial<IncomingItem> = {}): IncomingItem => ({
  externalId: '1',
  url: 'https://blog.example/1',
  title: 'Aurora 1 is here',
  ...fields,
});

export const job = (fields: Partial<IncomingJob> = {}): IncomingJob => ({
  externalId: '1',
  url: 'https://jobs.example/1',
  title: 'Engineer for Aurora 1',
  company: 'Aurora Labs',
  ...fields,
});

/** The rows of a query as plain objects. */
export async function rowsOf(database: Database, sql: string) {
  const { rows } = await database.execute(sql);
  return rows.map((row) => ({ ...row }));
}
