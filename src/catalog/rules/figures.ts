import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { type FieldPath, foundText, problemAt } from '../source-file.ts';

/** Figures that cannot be true together, and things that are said twice. */
export function figureProblems(authored: Authored): readonly Problem[] {
  return [...authored.models.values()].flatMap((entry) => [
    ...limitProblems(entry),
    ...priceProblems(entry),
    ...scoreProblems(authored, entry),
    ...weightsProblems(entry),
    ...repeatProblems(entry),
  ]);
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
    ...(value.offers ?? []).flatMap((offer, index) =>
      offer.maxOutput !== undefined &&
      offer.contextWindow !== undefined &&
      offer.maxOutput > offer.contextWindow
        ? [
            impossible(
              file,
              ['offers', index, 'maxOutput'],
              `maxOutput ${offer.maxOutput} is above this offer’s contextWindow ${offer.contextWindow}.`,
              `at most ${offer.contextWindow}`,
            ),
          ]
        : [],
    ),
  ];
}

const impossible = (
  file: Entry<AuthoredModel>['file'],
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

function priceProblems({ file, value }: Entry<AuthoredModel>): readonly Problem[] {
  return (value.pricing ?? []).flatMap(({ input, cachedInput, tiers = [] }, index) => [
    ...(cachedInput !== undefined && cachedInput > input
      ? [
          impossible(
            file,
            ['pricing', index, 'cachedInput'],
            `cachedInput ${cachedInput} costs more than input ${input}.`,
            `at most ${input}`,
          ),
        ]
      : []),
    ...tiers.flatMap(({ above }, tier) =>
      tier > 0 && above <= (tiers[tier - 1]?.above ?? 0)
        ? [
            impossible(
              file,
              ['pricing', index, 'tiers', tier, 'above'],
              `The tier above ${above} stands after one above ${tiers[tier - 1]?.above}.`,
              'tiers by rising threshold',
            ),
          ]
        : [],
    ),
  ]);
}

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

function repeatProblems({ file, value }: Entry<AuthoredModel>): readonly Problem[] {
  const repeats = (path: FieldPath, keys: readonly string[] | undefined, noun: string) =>
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
  const { specs, capabilities, offers = [], benchmarks = [], mentions, api } = value;
  return [
    ...repeats(['specs', 'modalities', 'input'], specs.modalities?.input, 'modality'),
    ...repeats(['specs', 'modalities', 'output'], specs.modalities?.output, 'modality'),
    ...repeats(['capabilities'], capabilities, 'capability'),
    ...repeats(['mentions'], mentions, 'mention'),
    ...repeats(['api', 'snapshots'], api?.snapshots, 'snapshot'),
    ...repeats(
      ['offers'],
      offers.map(({ provider, id }) => `${provider} ${id}`),
      'offer',
    ),
    ...repeats(
      ['benchmarks'],
      benchmarks.map(
        ({ benchmark, variant, dataset, harness, effort, snapshot, reportedBy, score }) =>
          [benchmark, variant, dataset, harness, effort, snapshot, reportedBy, score]
            .filter((part) => part !== undefined)
            .join(', '),
      ),
      'score',
    ),
  ];
}
