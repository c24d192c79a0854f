import type { Price } from '../catalog/catalog.ts';

/** What a set says of yes-or-no traits; a trait that it does not speak of is absent. */
export type Traits = Readonly<Record<string, boolean>>;

export type Rates = Pick<Price, 'input' | 'output' | 'cachedInput' | 'cacheWrite'>;

/** US dollars per million tokens. */
export interface OutsidePrice extends Rates {
  readonly tiers?: Price['tiers'];
}

/** What a set says of a model whoever serves it. What it does not say is absent. */
export interface OutsideFacts {
  readonly input?: Traits;
  readonly output?: Traits;
  readonly capabilities?: Traits;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly knowledgeCutoff?: string;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly releaseDate?: string;
  readonly openWeights?: boolean;
  /** The day on which it stops answering. */
  readonly retirementDate?: string;
  /** Said without a day. */
  readonly isDeprecated?: boolean;
}

/** One model at one provider, as an outside set lists it. */
export interface Listing {
  /** The provider by our name; of one that we have no name for, by theirs. */
  readonly provider: string;
  /** What goes into a request at that provider. */
  readonly id: string;
  readonly name?: string;
  /** A page where a person sees what was read. */
  readonly url: string;
  /** Tokens. */
  readonly contextWindow?: number;
  readonly maxInput?: number;
  readonly maxOutput?: number;
  /** Absent for free tiers and plans. */
  readonly price?: OutsidePrice;
  readonly facts: OutsideFacts;
}

/** Something in a set that could not be taken, and why, in a sentence. */
export interface Unread {
  readonly id: string;
  readonly reason: string;
}

/** What an outside set lists, in its order. */
export interface OutsideSet {
  readonly listings: readonly Listing[];
  readonly unread: readonly Unread[];
}

/** A collection by others that the catalog can be compared with. */
export interface OutsideSource {
  /** What people call it, and `--source`. */
  readonly name: string;
  /** Where it is published. */
  readonly address: string;
  /** What the addresses of its pages begin with. */
  readonly home: string;
  /** The one provider whose list it is: what is not in it, that provider does not serve. */
  readonly host?: string;
  /** Reads its published form. @throws when it is another form, in a sentence that goes on from its name. */
  readonly read: (text: string) => OutsideSet;
}
