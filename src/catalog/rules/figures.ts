import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredBenchmark } from '../schema/benchmark.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { type FieldPath, foundText, problemAt, type SourceFile } from '../source-file.ts';

/** Figures that cannot be true together. */
export function figureProblems(authored: Authored): readonly Problem[] {
  return [
    ...shareProblems(authored),
    ...[...authored.models.values()].flatMap((entry) => [
      ...limitProblems(entry),
      ...scoreProblems(authored, entry),
      ...weightsProblems(entry),
    ]),
    ...[...authored.benchmarks.values()].flatMap(rangeProblems),
  ];
}

function limitProblems({ file, value }: Entry<AuthoredModel>): readonly Problem[] {
  const { contextWindow, maxInput, maxOutput, size } = value.specs;
  const atMost = (
    field: string,
    figure: number | undefined,
    limitName: string,
    limit: number | undefined,
  ): readonly Problem[] =>
    figure === undefined || limit === undefined || figure <= limit
      ? []
      : [
          impossible(
            file,
            ['specs', ...field.split('.')],
            `${field} ${figure} is above ${limitName} ${limit}.`,
            `at most ${limit}`,
          ),
        ];
  return [
    ...atMost('maxOutput', maxOutput, 'contextWindow', contextWindow),
    ...atMost('maxInput', maxInput, 'contextWindow', contextWindow),
    ...atMost('size.active', size?.active, 'size.total', size?.total),
    ...(value.offers ?? []).flatMap((offer, index) => {
      const limit = offer.contextWindow ?? contextWindow;
      if (offer.maxOutput === undefined || limit === undefined || offer.maxOutput <= limit)
        return [];
      const whose = offer.contextWindow === undefined ? 'the model’s' : 'this offer’s';
      return [
        impossible(
          file,
          ['offers', index, 'maxOutput'],
          `maxOutput ${offer.maxOutput} is above ${whose} contextWindow ${limit}.`,
          `at most ${limit}`,
        ),
      ];
    }),
  ];
}

/** A figure that another one rules out. */
export const impossible = (
  file: SourceFile,
  path: FieldPath,
  message: string,
  expected: string,
): Problem =>
  problemAt(file, path, {
    code: 'impossible-figure',
    message,
    expected,
    found: foundText(file, path),
    fix: 'Check both figures at their sources.',
  });

function scoreProblems(
  { benchmarks }: Authored,
  { file, value }: Entry<AuthoredModel>,
): readonly Problem[] {
  return (value.benchmarks ?? []).flatMap(({ benchmark, score }, index) => {
    const definition = benchmarks.get(benchmark)?.value;
    if (!definition || (score >= definition.range.min && score <= definition.range.max)) return [];
    const { min, max } = definition.range;
    return [
      impossible(
        file,
        ['benchmarks', index, 'score'],
        `The score ${score} is outside the range of ${definition.name}.`,
        `from ${min} to ${max} (${definition.unit})`,
      ),
    ];
  });
}

// Of fewer scores it cannot be told what is usual.
const enoughScores = 3;
const fewPercent = 10;

/** Shares of one, where percent are asked for: below 1, while every other score of the benchmark is far above. */
function shareProblems({ models, benchmarks }: Authored): readonly Problem[] {
  const rows = [...models.values()].flatMap(({ file, value }) =>
    (value.benchmarks ?? []).map(({ benchmark, score }, index) => ({
      file,
      benchmark,
      score,
      path: ['benchmarks', index, 'score'],
    })),
  );
  return [...Map.groupBy(rows, ({ benchmark }) => benchmark)].flatMap(([slug, all]) => {
    const definition = benchmarks.get(slug)?.value;
    const [shares, others] = [true, false].map((isShare) =>
      all.filter(({ score }) => (score > 0 && score < 1) === isShare),
    ) as [typeof all, typeof all];
    const lowest = Math.min(...others.map(({ score }) => score));
    if (definition?.unit !== 'percent' || others.length < enoughScores || lowest < fewPercent) {
      return [];
    }
    return shares.map(({ file, path, score }) =>
      problemAt(file, path, {
        code: 'impossible-figure',
        message: `The score ${score} reads as a share of one; the lowest other score of ${definition.name} is ${lowest} percent.`,
        expected: 'percent, from 0 to 100',
        found: foundText(file, path),
        fix: `Write ${Number((score * 100).toPrecision(12))} if that is what the source means.`,
      }),
    );
  });
}

function rangeProblems({ file, value }: Entry<AuthoredBenchmark>): readonly Problem[] {
  const { min, max } = value.range;
  const path = ['range', 'max'];
  if (min >= max) {
    const message = `The range ends at ${max} and starts at ${min}.`;
    return [impossible(file, path, message, `more than ${min}`)];
  }
  if (value.unit !== 'percent' || max === 100) return [];
  return [
    problemAt(file, path, {
      code: 'impossible-figure',
      message: `A range in percent ends at 100, not at ${max}.`,
      expected: '100',
      found: foundText(file, path),
      fix: 'Write the scores as percent, or choose the unit points.',
    }),
  ];
}

function weightsProblems({ file, value }: Entry<AuthoredModel>): readonly Problem[] {
  const { openWeights, weights, license } = value.specs;
  if (!openWeights && weights !== undefined) {
    return [
      problemAt(file, ['specs', 'weights'], {
        code: 'contradiction',
        message: 'The file links weights but says openWeights: false.',
        expected: 'openWeights: true, or no weights',
        fix: 'If anybody can fetch the weights, write openWeights: true.',
      }),
    ];
  }
  if (openWeights && license?.toLowerCase() === 'proprietary') {
    return [
      problemAt(file, ['specs', 'license'], {
        code: 'contradiction',
        message: 'The file says openWeights: true and license: proprietary.',
        expected: 'the name of the licence that the weights come under',
        fix: 'Write the licence as the weights’ page names it.',
      }),
    ];
  }
  return [];
}
