import type { Catalog, Model } from '../src/catalog/catalog.ts';
import { knownProvider } from '../src/catalog/lookup.ts';
import { compareText } from '../src/catalog/ranking.ts';
import { confidenceOf, statedFacts } from '../src/catalog/rules/coverage.ts';
import { confidences } from '../src/catalog/schema/confidence.ts';
import { coverable } from '../src/catalog/schema/model.ts';
import { datasetOf } from '../src/shapes/dataset.ts';

type Confidence = (typeof confidences)[number];

/** A stated fact, a price counted as one. */
interface Stated {
  readonly fact: string;
  readonly confidence: Confidence;
}

// Makers' own texts are easily found for these; of older ones many are gone.
const since = '2024-01-01';
const mostListed = 20;

/** How well the facts of the catalog are covered, as text for a terminal. */
export function contentReport(catalog: Catalog): string {
  const models = [...catalog.models.values()];
  const recent = models.filter(({ releaseDate = since }) => releaseDate >= since);
  return [
    ...section(`Facts by field, of ${models.length} models`, byField(models)),
    ...section('Sources by kind', bySource(catalog, models)),
    ...section(
      `Facts of models since ${since.slice(0, 4)}, or of no known day, by maker`,
      byMaker(catalog, recent),
    ),
    ...section('Models that are served by their maker, and have no list price', unpriced(models)),
    ...section('Oldest checks', oldestChecks(models)),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] => [
  title,
  ...(lines.length > 0 ? lines.map((line) => `  ${line}`) : ['  none']),
  '',
];

function statedOf(model: Model): readonly Stated[] {
  const facts = statedFacts(model).map((fact) => ({
    fact: fact as string,
    confidence: confidenceOf(model, fact),
  }));
  const { price } = model;
  return price ? [...facts, { fact: 'price', confidence: price.confidence ?? 'reported' }] : facts;
}

function byField(models: readonly Model[]): readonly string[] {
  const stated = Map.groupBy(models.flatMap(statedOf), ({ fact }) => fact);
  const fields = [...coverable, 'price'].filter((field) => stated.has(field));
  return fields.map((field) => {
    const facts = stated.get(field) ?? [];
    const share = percent(facts.length, models.length);
    return `${field.padEnd(20)} ${share} of models; ${shares(facts)}`;
  });
}

function byMaker(catalog: Catalog, models: readonly Model[]): readonly string[] {
  const makers = [...Map.groupBy(models, ({ provider }) => provider)]
    .map(([maker, own]) => ({ maker, facts: own.flatMap(statedOf) }))
    .toSorted((one, other) => other.facts.length - one.facts.length);
  const lines = makers.map(
    ({ maker, facts }) =>
      `${knownProvider(catalog, maker).name.padEnd(20)} ${String(facts.length).padStart(5)} facts; ${shares(facts)}`,
  );
  const all = models.flatMap(statedOf);
  return [...lines, `${'all'.padEnd(20)} ${String(all.length).padStart(5)} facts; ${shares(all)}`];
}

const shares = (facts: readonly Stated[]): string =>
  confidences
    .map((level) => {
      const count = facts.filter(({ confidence }) => confidence === level).length;
      return `${level} ${percent(count, facts.length)}`;
    })
    .join(', ');

function bySource(catalog: Catalog, models: readonly Model[]): readonly string[] {
  const kinds = models.flatMap(({ sources, pricing = [], offers = [], scores }) =>
    [...sources, ...pricing, ...offers, ...scores].map((entry) => {
      const address = 'url' in entry ? entry.url : entry.source;
      const via = 'via' in entry ? entry.via : undefined;
      return via ?? datasetOf(catalog, address)?.id ?? 'a page of its own';
    }),
  );
  return [...Map.groupBy(kinds, (kind) => kind)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([kind, { length }]) => `${String(length).padStart(6)} ${kind}`);
}

const unpriced = (models: readonly Model[]): readonly string[] =>
  listed(
    models
      .filter(({ price, api, status }) => !price && api && status !== 'retired')
      .map(({ slug }) => slug),
  );

function oldestChecks(models: readonly Model[]): readonly string[] {
  const checks = models.flatMap(({ slug, sources }) =>
    sources.map(({ checked, url }) => `${checked} ${slug} ${url}`),
  );
  return listed(checks.toSorted(compareText));
}

const listed = (lines: readonly string[]): readonly string[] =>
  lines.length > mostListed
    ? [...lines.slice(0, mostListed), `and ${lines.length - mostListed} more`]
    : lines;

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`.padStart(5);
