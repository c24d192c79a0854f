import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { type FieldPath, problemAt } from '../source-file.ts';
import { suggestion } from '../suggestion.ts';

/** Whatever one file calls by its id exists, and is of the right kind. */
export function referenceProblems(authored: Authored): readonly Problem[] {
  return [...authored.models.values()].flatMap((entry) => [
    ...makerProblems(authored, entry),
    ...idProblems(authored, entry),
    ...replacementProblems(authored, entry),
  ]);
}

function makerProblems(
  { providers }: Authored,
  { file, value }: Entry<AuthoredModel>,
): readonly Problem[] {
  const maker = providers.get(value.provider);
  if (!maker || maker.value.kinds.includes('maker')) return [];
  return [
    problemAt(file, ['provider'], {
      code: 'not-a-maker',
      message: `"${value.provider}" serves models but makes none.`,
      expected: 'the organisation that trained the model',
      fix: `Name the maker; "${value.provider}" belongs under offers. If it makes models too, add maker to its kinds.`,
    }),
  ];
}

function idProblems(
  { names }: Authored,
  { file, value }: Entry<AuthoredModel>,
): readonly Problem[] {
  const reference = (
    kind: 'providers' | 'benchmarks' | 'datasets',
    noun: string,
    path: FieldPath,
    id: string | undefined,
  ): readonly Problem[] =>
    id === undefined || names[kind].has(id)
      ? []
      : [
          problemAt(file, path, {
            code: `unknown-${noun.replace(' ', '-')}`,
            message: `Unknown ${noun} "${id}"${suggestion(id, [...names[kind]])}`,
            expected: `the name of a file in content/${kind}`,
            fix: `Correct the id, or add content/${kind}/${id}.yaml.`,
          }),
        ];
  return [
    ...reference('providers', 'provider', ['provider'], value.provider),
    ...(value.offers ?? []).flatMap(({ provider }, index) =>
      reference('providers', 'provider', ['offers', index, 'provider'], provider),
    ),
    ...(value.benchmarks ?? []).flatMap(({ benchmark, via }, index) => [
      ...reference('benchmarks', 'benchmark', ['benchmarks', index, 'benchmark'], benchmark),
      ...reference('datasets', 'data set', ['benchmarks', index, 'via'], via),
    ]),
  ];
}

function replacementProblems(
  { models, names }: Authored,
  { id, file, value }: Entry<AuthoredModel>,
): readonly Problem[] {
  const replacement = value.lifecycle?.replacement;
  if (replacement === undefined) return [];
  const path = ['lifecycle', 'replacement'];
  if (!names.models.has(replacement)) {
    const others = [...names.models].filter((name) => name !== id);
    const owner = [...models.values()].find((model) => model.value.aliases?.includes(replacement));
    return [
      problemAt(file, path, {
        code: 'unknown-model',
        message: owner
          ? `The replacement "${replacement}" is an alias of "${owner.id}".`
          : `Unknown model "${replacement}"${suggestion(replacement, others)}`,
        expected: 'the name of a file in content/models',
        fix: owner ? `Write "${owner.id}".` : 'Correct the slug, or leave the replacement out.',
      }),
    ];
  }
  const circle = replacementCircle(models, id);
  if (!circle) return [];
  return [
    problemAt(file, path, {
      code: 'circle',
      message: `The replacements lead in a circle: ${circle.join(' → ')}.`,
      expected: 'a chain of successors that ends',
      fix: 'Remove the replacement that the maker did not announce.',
    }),
  ];
}

/** The circle that a model stands on, from itself back to itself. */
function replacementCircle(models: Authored['models'], id: string): readonly string[] | undefined {
  const chain = [id];
  for (;;) {
    const next = models.get(chain.at(-1) as string)?.value.lifecycle?.replacement;
    if (next === undefined) return undefined;
    if (next === id) return [...chain, id];
    if (chain.includes(next)) return undefined;
    chain.push(next);
  }
}
