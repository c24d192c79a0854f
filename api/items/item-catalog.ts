import type { CorrectionDocument } from '../../src/shapes/correction.ts';
import type { NoticeDocument } from '../../src/shapes/notice.ts';

/** A person's word on one item: `content/corrections`. */
export type Correction = Pick<CorrectionDocument, 'url' | 'add' | 'remove' | 'reason'>;

/** What items ask of the catalog. */
export interface ItemCatalog {
  /** Links are remade when it is another. */
  readonly version: string;
  /** By slug. */
  readonly documents: ReadonlyMap<string, { readonly name: string; readonly provider: string }>;
  /** Alias → slug. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The sources that are content, by id; nobody else may tell items in their name. */
  readonly sources: ReadonlyMap<
    string,
    { readonly name: string; readonly provider?: string | undefined }
  >;
  /** By address. */
  readonly corrections: ReadonlyMap<string, Correction>;
}

/** A notice of the catalog's own: `content/news`. */
export type Notice = Pick<NoticeDocument, 'id' | 'title' | 'date' | 'models' | 'source' | 'text'>;

/** Where the catalog's own news comes from. */
export const editorialSource = { id: 'model-tracker', name: 'Model Tracker' } as const;

/** The slug that a slug or alias means, if the catalog has it. */
export function slugIn({ documents, aliases }: ItemCatalog, name: string): string | undefined {
  const slug = aliases.get(name) ?? name;
  return documents.has(slug) ? slug : undefined;
}

/** What a source is called: by the catalog, or by itself. */
export const sourceName = ({ sources }: ItemCatalog, id: string): string =>
  id === editorialSource.id ? editorialSource.name : (sources.get(id)?.name ?? id);
