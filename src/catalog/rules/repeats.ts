import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { conditionsOf } from '../ranking.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { isWhole } from '../sound-part.ts';
import { type FieldPath, problemAt, type SourceFile } from '../source-file.ts';

/** Nothing is said twice in one list. */
export function repeatProblems(authored: Authored): readonly Problem[] {
  const { models, providers, benchmarks, sources, news, corrections } = authored;
  return [
    ...[...models.values()].flatMap(modelRepeats),
    ...[...providers.values()].flatMap(({ file, value }) =>
      repeats(file, ['kinds'], value.kinds, 'kind'),
    ),
    ...[...benchmarks.values()].flatMap(({ file, value }) =>
      repeats(file, ['aliases'], value.aliases, 'alias'),
    ),
    ...[...sources.values()].flatMap(({ file, value }) =>
      repeats(file, ['queries'], value.queries, 'query'),
    ),
    ...[...news.values()].flatMap(({ file, value }) =>
      repeats(file, ['models'], value.models, 'model'),
    ),
    ...[...corrections.values()].flatMap(({ file, value }) => [
      ...repeats(file, ['add'], value.add, 'model'),
      ...repeats(file, ['remove'], value.remove, 'model'),
    ]),
  ];
}

function modelRepeats({ file, value, lost }: Entry<AuthoredModel>): readonly Problem[] {
  const { specs, capabilities, offers = [], benchmarks = [], mentions, api, sources } = value;
  return [
    ...repeats(file, ['specs', 'modalities', 'input'], specs.modalities?.input, 'modality'),
    ...repeats(file, ['specs', 'modalities', 'output'], specs.modalities?.output, 'modality'),
    ...repeats(file, ['capabilities'], capabilities, 'capability'),
    ...repeats(file, ['mentions'], mentions, 'mention'),
    ...repeats(file, ['api', 'snapshots'], api?.snapshots, 'snapshot'),
    ...repeats(
      file,
      ['offers'],
      offers.map(({ provider, id }) => `${provider} ${id}`),
      'offer',
    ),
    ...repeats(
      file,
      ['sources'],
      sources.map(({ url, covers }) => `${url} for ${covers.join(', ')}`),
      'source',
    ),
    ...scoreRepeats(file, benchmarks, lost),
  ];
}

type Score = NonNullable<AuthoredModel['benchmarks']>[number];

/** Whoever measures under the same conditions twice has one figure, or measured on another day. */
function scoreRepeats(
  file: SourceFile,
  scores: readonly Score[],
  lost: readonly FieldPath[],
): readonly Problem[] {
  const earlier = new Map<string, Score[]>();
  return scores.flatMap((score, index) => {
    // What could not be read may be the condition in which it differs.
    if (!isWhole(['benchmarks', index], lost)) return [];
    const measurement = measurementOf(score);
    const alike = earlier.get(measurement) ?? [];
    earlier.set(measurement, [...alike, score]);
    const first = alike.find((one) => one.score === score.score || one.date === score.date);
    if (!first) return [];
    return [
      problemAt(file, ['benchmarks', index], {
        code: 'given-twice',
        message: `The score "${measurement}" is given twice: ${first.score} and ${score.score}.`,
        expected: 'each score once',
        fix: 'Remove one, or state the condition or the day in which they differ.',
      }),
    ];
  });
}

const measurementOf = (score: Score): string =>
  [score.benchmark, conditionsOf(score), score.snapshot, score.reportedBy]
    .filter(Boolean)
    .join(', ');

const repeats = (
  file: SourceFile,
  path: FieldPath,
  keys: readonly string[] | undefined,
  noun: string,
): readonly Problem[] =>
  (keys ?? []).flatMap((key, index, all) =>
    all.indexOf(key) === index
      ? []
      : [
          problemAt(file, [...path, index], {
            code: 'given-twice',
            message: `The ${noun} "${key}" is given twice.`,
            expected: `each ${noun} once`,
            fix: 'Remove one.',
          }),
        ],
  );
