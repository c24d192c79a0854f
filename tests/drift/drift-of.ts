import { loadCatalog } from '../../src/catalog/load.ts';
import { driftOf } from '../../src/drift/compare.ts';
import type { Drift, Finding } from '../../src/drift/finding.ts';
import type { OutsideSource } from '../../src/drift/outside-set.ts';
import { fixtureDay } from '../global-setup.ts';

const catalog = await loadCatalog({ contentDir: 'tests/fixtures/catalog', day: fixtureDay });

/** In what the fixture's catalog and a set's published text differ. */
export const driftFrom = (source: OutsideSource, text: string): Drift =>
  driftOf(catalog, source, source.read(text));

/** A finding in short: its kind, name, and both values. */
export const inShort = ({ kind, model, field, ours, theirs }: Finding) =>
  [kind, `${model}:${field}`, ours, theirs] as const;
