import type { Offer, Source } from '../catalog/catalog.ts';
import type { Coverable } from '../catalog/rules/coverage.ts';
import type { FieldPath } from '../catalog/source-file.ts';
import type { Listing, OutsidePrice, Unread } from './outside-set.ts';

/** Where a value of ours comes from. */
export interface Held {
  readonly url: string;
  readonly confidence: Source['confidence'];
  /** The day on which it was read there, or from which on a price held. */
  readonly day: string;
}

/** What writing their value changes in the model's file. */
export type Change =
  | {
      readonly kind: 'fact';
      readonly values: readonly (readonly [FieldPath, unknown])[];
      readonly covers: Coverable;
      /** What of the section it is, where the section holds more. */
      readonly note?: string;
    }
  | { readonly kind: 'snapshot'; readonly id: string }
  | { readonly kind: 'price'; readonly price: OutsidePrice }
  | {
      readonly kind: 'offer';
      readonly at: Pick<Offer, 'provider' | 'id'>;
      readonly key: 'contextWindow' | 'maxOutput' | 'pricing';
      readonly value: unknown;
    }
  | { readonly kind: 'newOffer'; readonly offer: Omit<Offer, 'source' | 'checked'> }
  | { readonly kind: 'goneOffer'; readonly at: Pick<Offer, 'provider' | 'id'> };

/** One thing in which a model of ours and an outside set differ. */
export interface Finding {
  readonly kind: 'differs' | 'new' | 'gone';
  /** Slug. */
  readonly model: string;
  /** `specs.maxOutput`, `pricing`, `offers.azure/gpt-4o.pricing`: no other finding of the model has it. */
  readonly field: string;
  /** Whose listing it is about: the model's maker, or who offers it. */
  readonly provider: string;
  /** Absent where we say nothing. */
  readonly ours?: unknown;
  /** Absent where they list it no longer. */
  readonly theirs?: unknown;
  /** Absent where we say nothing. */
  readonly held?: Held;
  /** What our file notes on it, in its author's words. */
  readonly note?: string;
  /** Where they say so. */
  readonly url: string;
  /** Absent where they say too little to write it down. */
  readonly change?: Change;
}

/** The name by which people pick a finding: `gpt-4o:specs.maxOutput`. */
export const pickName = ({ model, field }: Pick<Finding, 'model' | 'field'>): string =>
  `${model}:${field}`;

/** Whether ours was read where the fact is made, so that theirs is the likelier error. */
export const isMakers = ({ held }: Pick<Finding, 'held'>): boolean => held?.confidence === 'maker';

/** A model that a maker we know is said to have, and the catalog has not. */
export interface NewModel {
  /** Our name of the maker. */
  readonly maker: string;
  readonly listing: Listing;
}

/** All in which the catalog and an outside set differ. */
export interface Drift {
  /** By model, then by field. */
  readonly findings: readonly Finding[];
  /** New offers at hosts of whose list the catalog keeps the smaller part; in the same order. */
  readonly aside: readonly Finding[];
  /** By maker, then by id. */
  readonly newModels: readonly NewModel[];
  readonly unread: readonly Unread[];
  /** How many listings of the set were found in the catalog. */
  readonly compared: number;
  /** How many there are. */
  readonly listed: number;
}
