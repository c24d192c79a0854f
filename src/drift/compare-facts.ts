import type { Model } from '../catalog/catalog.ts';
import { capabilityFindings, modalityFindings } from './compare-lists.ts';
import { about, fact } from './fact.ts';
import type { Finding } from './finding.ts';
import { statedOutput } from './limits.ts';
import type { Listing } from './outside-set.ts';

/** In what a model and the listing that speaks for it differ. What the listing leaves open differs from nothing. */
export function factFindings(model: Model, listing: Listing): readonly Finding[] {
  return [
    ...inputLimits(model, listing),
    ...limit(model, listing, 'maxOutput', statedOutput(model, listing)),
    ...modalityFindings(model, listing),
    ...openWeights(model, listing),
    ...capabilityFindings(model, listing),
    ...date(model, listing, 'knowledgeCutoff'),
    ...date(model, listing, 'releaseDate'),
    ...endFindings(model, listing),
  ];
}

function limit(
  model: Model,
  listing: Listing,
  name: 'contextWindow' | 'maxInput' | 'maxOutput',
  theirs: number | undefined,
): readonly Finding[] {
  const ours = model.specs[name];
  if (theirs === undefined || theirs === ours) return [];
  const field = `specs.${name}` as const;
  const values = [[['specs', name], theirs]] as const;
  return [fact(model, listing, { field, covers: field, ours, theirs, values })];
}

/** A set that gives the most input alone may mean the context window by it. */
function inputLimits(model: Model, listing: Listing): readonly Finding[] {
  const { contextWindow, maxInput } = listing;
  const { specs } = model;
  if (contextWindow === undefined) {
    if (maxInput === specs.contextWindow) return [];
    const name = specs.maxInput === undefined ? 'contextWindow' : 'maxInput';
    return limit(model, listing, name, maxInput);
  }
  const ownInput = maxInput === contextWindow ? undefined : maxInput;
  return [
    ...limit(model, listing, 'contextWindow', contextWindow),
    ...limit(model, listing, 'maxInput', ownInput),
  ];
}

function openWeights(model: Model, listing: Listing): readonly Finding[] {
  const { openWeights: theirs } = listing.facts;
  const ours = model.specs.openWeights;
  if (theirs === undefined || theirs === ours) return [];
  const field = 'specs.openWeights';
  const values = [[['specs', 'openWeights'], theirs]] as const;
  return [fact(model, listing, { field, covers: field, ours, theirs, values })];
}

function date(
  model: Model,
  listing: Listing,
  name: 'knowledgeCutoff' | 'releaseDate',
): readonly Finding[] {
  const ours = model[name];
  const theirs = listing.facts[name];
  if (theirs === undefined || (ours !== undefined && agree(ours, theirs))) return [];
  return [
    fact(model, listing, { field: name, covers: name, ours, theirs, values: [[[name], theirs]] }),
  ];
}

/** A day and its month say the same, one more exactly. */
const agree = (one: string, other: string): boolean =>
  one.startsWith(other) || other.startsWith(one);

function endFindings(model: Model, listing: Listing): readonly Finding[] {
  const { retirementDate: theirs, isDeprecated } = listing.facts;
  const ours = model.lifecycle?.retirementDate;
  if (theirs !== undefined && theirs !== ours?.date) {
    return [
      fact(model, listing, {
        field: 'lifecycle.retirementDate',
        covers: 'lifecycle',
        ours,
        theirs: { date: theirs, certainty: 'announced' },
        values: [[['lifecycle', 'retirementDate'], { date: theirs, certainty: 'announced' }]],
        note: 'the day of the end',
      }),
    ];
  }
  if (!isDeprecated || model.status === 'deprecated' || model.status === 'retired') return [];
  // Without a day there is nothing that the catalog could write down.
  return [{ ...about(model, listing, 'status'), ours: model.status, theirs: 'deprecated' }];
}
