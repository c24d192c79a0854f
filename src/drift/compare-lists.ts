import type { Model } from '../catalog/catalog.ts';
import { capabilities, modalities } from '../catalog/schema/model.ts';
import { fact } from './fact.ts';
import type { Finding } from './finding.ts';
import type { Listing, Traits } from './outside-set.ts';

/** In what a listing says otherwise of what goes in and out. */
export function modalityFindings(model: Model, listing: Listing): readonly Finding[] {
  const { input, output } = listing.facts;
  const ours = model.specs.modalities;
  const theirs = {
    input: corrected(ours?.input, input, modalities),
    // Others count what an embedding model gives as text.
    output: ours?.output.includes('embedding')
      ? ours.output
      : corrected(ours?.output, output, modalities),
  };
  if (theirs.input.length === 0 || theirs.output.length === 0) return [];
  if (isSame(ours?.input, theirs.input) && isSame(ours?.output, theirs.output)) return [];
  const values = (['input', 'output'] as const)
    .filter((way) => !isSame(ours?.[way], theirs[way]))
    .map((way) => [['specs', 'modalities', way], theirs[way]] as const);
  const field = 'specs.modalities';
  return [fact(model, listing, { field, covers: field, ours, theirs, values })];
}

/** In what a listing says otherwise of what it can do. */
export function capabilityFindings(model: Model, listing: Listing): readonly Finding[] {
  const { capabilities: ours } = model;
  const theirs = corrected(ours, listing.facts.capabilities, capabilities);
  if (isSame(ours ?? [], theirs)) return [];
  const added = theirs.filter((one) => !ours?.includes(one));
  return [
    fact(model, listing, {
      field: 'capabilities',
      covers: 'capabilities',
      ours,
      theirs,
      values: [[['capabilities'], theirs]],
      note: added.join(', '),
    }),
  ];
}

/** Our list with what a set says of its members, in the order of the schema. */
function corrected<One extends string>(
  ours: readonly One[] | undefined,
  theirs: Traits | undefined,
  order: readonly One[],
): readonly One[] {
  return order.filter((one) => theirs?.[one] ?? ours?.includes(one) ?? false);
}

const isSame = (one: readonly string[] | undefined, other: readonly string[]): boolean =>
  one?.length === other.length && one.every((member) => other.includes(member));
