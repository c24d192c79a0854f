import type { Model } from '../catalog/catalog.ts';
import type { Coverable } from '../catalog/rules/coverage.ts';
import type { FieldPath } from '../catalog/source-file.ts';
import type { Change, Finding } from './finding.ts';
import { heldFact } from './held.ts';
import type { Listing } from './outside-set.ts';

/** A fact in which a listing differs, and where their value would stand in the file. */
export interface Fact {
  readonly field: string;
  readonly covers: Coverable;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly values: readonly (readonly [FieldPath, unknown])[];
  readonly note?: string;
}

/** The finding of a fact. */
export function fact(model: Model, listing: Listing, told: Fact): Finding {
  const { field, covers, ours, theirs, values, note } = told;
  const held = ours === undefined ? undefined : heldFact(model, covers);
  const change: Change = { kind: 'fact', values, covers, ...(note && { note }) };
  return {
    ...about(model, listing, field),
    ...(ours !== undefined && { ours }),
    ...(held && { held }),
    theirs,
    change,
  };
}

/** What every difference of a model from a listing says. */
export const about = (model: Model, { provider, url }: Listing, field: string) =>
  ({ kind: 'differs', model: model.slug, field, provider, url }) as const;
