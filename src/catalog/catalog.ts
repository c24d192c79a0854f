import type { Protocol } from './quickstarts/protocol.ts';
import type { Quickstart } from './quickstarts/quickstarts.ts';
import type { Ranking, Result } from './ranking.ts';
import type { AuthoredBenchmark } from './schema/benchmark.ts';
import type { AuthoredCorrection } from './schema/correction.ts';
import type { AuthoredDataset } from './schema/dataset.ts';
import type { AuthoredModel } from './schema/model.ts';
import type { AuthoredNotice } from './schema/notice.ts';
import type { AuthoredProvider } from './schema/provider.ts';
import type { AuthoredSource } from './schema/source.ts';
import type { Status } from './status.ts';

export type Price = NonNullable<AuthoredModel['pricing']>[number];
export type Offer = NonNullable<AuthoredModel['offers']>[number];
export type Source = AuthoredModel['sources'][number];

/** A score of a model, placed among those of others under the same conditions. */
export interface PlacedScore extends Result {
  readonly conditions: string;
  /** How many scores were taken under these conditions, this one included. */
  readonly of: number;
  /** The median of those scores, in the benchmark's unit. Absent where nobody stated the conditions. */
  readonly median?: number;
}

export interface Model extends Omit<AuthoredModel, 'benchmarks'> {
  readonly slug: string;
  /** Path of its file from the root of the repository, with forward slashes. */
  readonly path: string;
  /** On the catalog's day. */
  readonly status: Status;
  /** The list price in force on the catalog's day; of a retired model, its last. */
  readonly price?: Price;
  /** By benchmark, then best place first. */
  readonly scores: readonly PlacedScore[];
  /** Slugs of its family, newest first, itself left out. */
  readonly relatives: readonly string[];
  /** Slugs of the models that it replaces, as their makers say. */
  readonly replaces: readonly string[];
  /** Code that calls it, the first way in all variants. */
  readonly quickstarts: readonly Quickstart[];
}

export interface Provider extends AuthoredProvider {
  readonly id: string;
  readonly path: string;
  /** Slugs of the models it makes, newest first. */
  readonly models: readonly string[];
  /** Slugs of others' models that it serves, newest first. */
  readonly serves: readonly string[];
  /** Its monogram as SVG, drawn for this catalog. */
  readonly drawing?: string;
}

export interface Benchmark extends AuthoredBenchmark {
  readonly id: string;
  readonly path: string;
  readonly rankings: readonly Ranking[];
}

export interface Dataset extends AuthoredDataset {
  readonly id: string;
}

/** An outside place whose items are linked to models: a feed, a forum, a job board. */
export interface ItemSource extends AuthoredSource {
  readonly id: string;
  readonly path: string;
}

/** The catalog's own news of a model. */
export interface Notice extends AuthoredNotice {
  /** Its file name without the ending: the date, then a slug. */
  readonly id: string;
  readonly path: string;
  /** Plain text; paragraphs stand apart by an empty line. */
  readonly text: string;
  /** The same as HTML: `p`, `em`, `strong`, `code` and `a` alone. */
  readonly html: string;
}

export interface Correction extends AuthoredCorrection {
  readonly id: string;
  readonly path: string;
}

/** All content: checked, joined, frozen. Every map is in the order of its keys. */
export interface Catalog {
  /** The day that statuses and current prices are computed for, `YYYY-MM-DD`. */
  readonly day: string;
  /** Hash of every content file: the same content gives the same version. */
  readonly version: string;
  readonly models: ReadonlyMap<string, Model>;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly benchmarks: ReadonlyMap<string, Benchmark>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly sources: ReadonlyMap<string, ItemSource>;
  /** Newest first; of one day, by id. */
  readonly news: readonly Notice[];
  readonly corrections: ReadonlyMap<string, Correction>;
  /** How families of APIs are called, each complete in itself. */
  readonly protocols: ReadonlyMap<string, Protocol>;
  /** Alias → slug. */
  readonly aliases: ReadonlyMap<string, string>;
}
