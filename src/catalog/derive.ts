import type { Authored, Entry } from './authored.ts';
import type { Benchmark, Catalog, Model, Notice, PlacedScore, Provider } from './catalog.ts';
import { noticeHtml, noticeText } from './notice-body.ts';
import { completeProtocol, type Protocol } from './quickstarts/protocol.ts';
import { quickstartsOf } from './quickstarts/quickstarts.ts';
import { compareText, conditionsOf, rankings } from './ranking.ts';
import type { ReadContent } from './read.ts';
import type { AuthoredModel } from './schema/model.ts';
import type { AuthoredNotice } from './schema/notice.ts';
import { byRelease, rowOn, statusOn } from './status.ts';

type Facts = Omit<Catalog, 'version'>;

/** Joins consistent content and adds what follows from it on a day. */
export function derived(authored: Authored, drawings: ReadContent['drawings'], day: string): Facts {
  const benchmarks = rankedBenchmarks(authored);
  const protocols = completeProtocols(authored);
  const callable = {
    protocols,
    providers: mapValues(authored.providers, ({ id, value }) => ({ ...value, id })),
  };
  const newestFirst = [...authored.models.values()].toSorted(
    (one, other) => byRelease(one.value, other.value) || compareText(one.id, other.id),
  );
  return {
    day,
    benchmarks,
    protocols,
    models: mapValues(authored.models, (entry) => {
      const model = joinedModel(entry, newestFirst, benchmarks, day);
      return { ...model, quickstarts: quickstartsOf(model, callable) };
    }),
    providers: mapValues(authored.providers, (entry): Provider => {
      const drawing = drawings.get(entry.id)?.bytes.toString('utf8').trim();
      return {
        ...entry.value,
        id: entry.id,
        path: entry.file.path,
        models: newestFirst.filter(({ value }) => value.provider === entry.id).map(({ id }) => id),
        serves: newestFirst
          .filter(({ value }) => value.offers?.some(({ provider }) => provider === entry.id))
          .map(({ id }) => id),
        ...(drawing && { drawing }),
      };
    }),
    datasets: mapValues(authored.datasets, ({ id, value }) => ({ ...value, id })),
    sources: mapValues(authored.sources, ({ id, value, file }) => ({
      ...value,
      id,
      path: file.path,
    })),
    news: [...authored.news.values()].map(writtenNotice).toSorted(byDate),
    corrections: mapValues(authored.corrections, ({ id, value, file }) => ({
      ...value,
      id,
      path: file.path,
    })),
    aliases: new Map(
      newestFirst
        .flatMap(({ id, value }) => (value.aliases ?? []).map((alias) => [alias, id] as const))
        .toSorted(([one], [other]) => compareText(one, other)),
    ),
  };
}

const mapValues = <From extends { readonly id: string }, To>(
  entries: ReadonlyMap<string, From>,
  change: (entry: From) => To,
): ReadonlyMap<string, To> =>
  new Map(
    [...entries.values()]
      .toSorted((one, other) => compareText(one.id, other.id))
      .map((entry) => [entry.id, change(entry)]),
  );

const writtenNotice = ({ id, value, file }: Entry<AuthoredNotice>): Notice => ({
  ...value,
  id,
  path: file.path,
  text: noticeText(file),
  html: noticeHtml(file),
});

/** Newest first; equal days by id. */
const byDate = (one: Notice, other: Notice): number =>
  compareText(other.date, one.date) || compareText(one.id, other.id);

function completeProtocols({ protocols }: Authored): ReadonlyMap<string, Protocol> {
  const values = new Map([...protocols].map(([id, { value }]) => [id, value]));
  const complete = [...values.keys()]
    .toSorted(compareText)
    .map((id) => [id, completeProtocol(values, id)] as const);
  // The rules have found each of them whole.
  return new Map(complete.filter((entry): entry is [string, Protocol] => entry[1] !== undefined));
}

function rankedBenchmarks({ models, benchmarks }: Authored): ReadonlyMap<string, Benchmark> {
  const scores = [...models.values()].flatMap(({ id, value }) =>
    (value.benchmarks ?? []).map((score) => ({ ...score, model: id })),
  );
  const byBenchmark = Map.groupBy(scores, ({ benchmark }) => benchmark);
  return mapValues(benchmarks, ({ id, value, file }) => ({
    ...value,
    id,
    path: file.path,
    rankings: rankings(byBenchmark.get(id) ?? [], value.direction),
  }));
}

function joinedModel(
  { id, value, file }: Entry<AuthoredModel>,
  newestFirst: readonly Entry<AuthoredModel>[],
  benchmarks: ReadonlyMap<string, Benchmark>,
  day: string,
): Omit<Model, 'quickstarts'> {
  const { benchmarks: authoredScores = [], ...facts } = value;
  const price = rowOn(value.pricing, day);
  const isRelative = (other: Entry<AuthoredModel>): boolean =>
    value.family !== undefined &&
    other.id !== id &&
    other.value.family === value.family &&
    other.value.provider === value.provider;
  return {
    ...facts,
    slug: id,
    path: file.path,
    status: statusOn(value, day),
    ...(price && { price }),
    scores: placedScores(id, authoredScores, benchmarks),
    relatives: newestFirst.filter(isRelative).map((other) => other.id),
    replaces: newestFirst
      .filter((other) => other.value.lifecycle?.replacement === id)
      .map((other) => other.id),
  };
}

function placedScores(
  model: string,
  scores: NonNullable<AuthoredModel['benchmarks']>,
  benchmarks: ReadonlyMap<string, Benchmark>,
): readonly PlacedScore[] {
  const touched = new Set(scores.map(({ benchmark }) => benchmark));
  const placed = [...touched].flatMap((benchmark) =>
    (benchmarks.get(benchmark)?.rankings ?? []).flatMap(({ results, ...ranking }) =>
      results
        .filter((result) => result.model === model)
        .map((result) => ({ ...result, ...ranking, of: results.length })),
    ),
  );
  return placed.toSorted(
    (one, other) =>
      compareText(one.benchmark, other.benchmark) ||
      compareText(conditionsOf(one), conditionsOf(other)),
  );
}
