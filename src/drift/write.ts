import { parse } from 'yaml';
import type { Coverable } from '../catalog/rules/coverage.ts';
import { type AuthoredModel, modelSchema } from '../catalog/schema/model.ts';
import type { FieldPath } from '../catalog/source-file.ts';
import { yaml12 } from '../catalog/yaml-options.ts';
import type { Change, Finding } from './finding.ts';
import { withItem, withoutItem, withValue, type Yaml } from './yaml-edit.ts';

/**
 * The text of a model's file after their values took the place of ours, named as reported by them; a price
 * becomes a new row. Only the lines concerned change.
 *
 * @param findings of this model, each with a change.
 * @param today `YYYY-MM-DD`, the day of reading.
 * @throws where a comment would be lost.
 */
export function writtenModel(before: string, findings: readonly Finding[], today: string): string {
  const changed = findings.reduce<Yaml>(
    (yaml, { change, url }) => (change ? withChange(yaml, change, { url, today }) : yaml),
    { schema: modelSchema, text: before },
  );
  const byUrl = Map.groupBy(findings, ({ url }) => url);
  return [...byUrl].reduce(
    (yaml, [url, own]) => withSource(yaml, own.map(statementOf), { url, today }),
    changed,
  ).text;
}

interface Origin {
  readonly url: string;
  readonly today: string;
}

/** What a source must cover after a change; nothing where the change carries its own source. */
interface Statement {
  readonly covers?: Coverable;
  readonly note?: string;
}

function statementOf({ change }: Finding): Statement {
  if (change?.kind === 'snapshot') return { covers: 'api', note: `the snapshot ${change.id}` };
  if (change?.kind !== 'fact') return {};
  return { covers: change.covers, ...(change.note && { note: change.note }) };
}

// The text was checked when the catalog was loaded, and stays well formed from one change to the next.
const modelIn = ({ text }: Yaml): AuthoredModel => parse(text, yaml12) as AuthoredModel;

function withChange(yaml: Yaml, change: Change, { url, today }: Origin): Yaml {
  const model = modelIn(yaml);
  switch (change.kind) {
    case 'fact':
      return change.values.reduce((all, [path, value]) => withValue(all, path, value), yaml);
    case 'snapshot': {
      const snapshots = model.api?.snapshots ?? [];
      const later = snapshots.findIndex((id) => id > change.id);
      return withItem(yaml, ['api', 'snapshots'], placeOf(later), change.id);
    }
    case 'price': {
      const later = (model.pricing ?? []).findIndex(({ from }) => from > today);
      const { tiers, ...rates } = change.price;
      const row = {
        from: today,
        dateIs: 'observed',
        ...rates,
        ...(tiers && { tiers }),
        source: url,
        confidence: 'reported',
      };
      return withItem(yaml, ['pricing'], placeOf(later), row);
    }
    case 'offer': {
      const path = ['offers', offerIndex(model, change.at)];
      const values: readonly (readonly [FieldPath, unknown])[] = [
        [[...path, change.key], change.value],
        [[...path, 'source'], url],
        [[...path, 'checked'], today],
      ];
      return values.reduce((all, [at, value]) => withValue(all, at, value), yaml);
    }
    case 'newOffer': {
      const { offer } = change;
      const later = (model.offers ?? []).findIndex((one) => rank(one) > rank(offer));
      return withItem(yaml, ['offers'], placeOf(later), { ...offer, source: url, checked: today });
    }
    case 'goneOffer':
      return withoutItem(yaml, ['offers'], offerIndex(model, change.at));
  }
}

/** The index to insert at: before the first that is later, or after all. */
const placeOf = (later: number): number => (later < 0 ? Number.POSITIVE_INFINITY : later);

interface OfferName {
  readonly provider: string;
  readonly id: string;
}

const rank = ({ provider, id }: OfferName): string => `${provider} ${id}`;

const offerIndex = ({ offers = [] }: AuthoredModel, at: OfferName): number =>
  offers.findIndex((offer) => rank(offer) === rank(at));

// These hold several facts. What an older source says of the others still holds.
const sections: readonly Coverable[] = ['lifecycle', 'capabilities', 'api'];

/** Adds a source for what was written, and takes from the others what they say no longer. */
function withSource(yaml: Yaml, told: readonly Statement[], { url, today }: Origin): Yaml {
  const covers = [...new Set(told.flatMap((one) => one.covers ?? []))];
  if (covers.length === 0) return yaml;
  const note = told.flatMap((one) => one.note ?? []).join('; ');
  const source = {
    url,
    covers,
    checked: today,
    confidence: 'reported',
    ...(note && { note }),
  };
  const { sources } = modelIn(yaml);
  const added = withItem(yaml, ['sources'], sources.length, source);
  // From the end, so that the indexes before stay what they are.
  return [...sources.entries()].toReversed().reduce((all, [index, older]) => {
    const left = older.covers.filter((fact) => sections.includes(fact) || !covers.includes(fact));
    if (left.length === older.covers.length) return all;
    if (left.length === 0) return withoutItem(all, ['sources'], index);
    return withValue(all, ['sources', index, 'covers'], left);
  }, added);
}
