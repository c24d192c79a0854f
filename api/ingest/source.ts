import type { ItemKind } from '../../src/shapes/incoming-item.ts';
import type { SourceDocument } from '../../src/shapes/source.ts';

/** How a source answers: each name has its reader. */
export type ReaderName = SourceDocument['reader'];

/** An outside feed, forum or job board, as far as reading it goes. */
export interface Source {
  readonly id: string;
  readonly name: string;
  /** What its items are. */
  readonly kind: ItemKind;
  readonly reader: ReaderName;
  /** An https address, or what its reader makes one of: `owner/repository`, the name of a board. */
  readonly address: string;
  /** What is searched for, where the reader searches; one request each. */
  readonly queries?: readonly string[];
  /** Whose positions it lists, where its answers do not say; absent, its name stands for them. */
  readonly company?: string;
  /** Milliseconds between two readings. */
  readonly everyMs: number;
  /** Why it is not read, unless whoever runs the catalog switches it on. */
  readonly off?: string;
}
