import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { type FieldPath, problemAt, type SourceFile } from '../source-file.ts';
import { modelReferenceProblem, referenceProblem } from './known-names.ts';

/** Whatever one file calls by its id exists, and is of the right kind. */
export function referenceProblems(authored: Authored): readonly Problem[] {
  const { models, sources, news, corrections } = authored;
  const provider = (entry: Entry<{ readonly provider?: string | undefined }>) =>
    referenceProblem(authored, 'providers', {
      file: entry.file,
      path: ['provider'],
      id: entry.value.provider,
    });
  const listed = (file: SourceFile, key: string, slugs: readonly string[] = []) =>
    slugs.flatMap((id, index) =>
      modelReferenceProblem(authored, 'model', { file, path: [key, index], id }),
    );
  return [
    ...[...models.values()].flatMap((entry) => [
      ...makerProblems(authored, entry),
      ...idProblems(authored, entry),
      ...replacementProblems(authored, entry),
    ]),
    ...[...sources.values()].flatMap(provider),
    ...[...news.values()].flatMap((entry) => [
      ...provider(entry),
      ...listed(entry.file, 'models', entry.value.models),
    ]),
    ...[...corrections.values()].flatMap(({ file, value }) => [
      ...listed(file, 'add', value.add),
      ...listed(file, 'remove', value.remove),
    ]),
  ];
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

function idProblems(authored: Authored, { file, value }: Entry<AuthoredModel>): readonly Problem[] {
  const reference = (
    kind: 'providers' | 'benchmarks' | 'datasets',
    path: FieldPath,
    id: string | undefined,
  ) => referenceProblem(authored, kind, { file, path, id });
  return [
    ...reference('providers', ['provider'], value.provider),
    ...(value.offers ?? []).flatMap(({ provider }, index) =>
      reference('providers', ['offers', index, 'provider'], provider),
    ),
    ...(value.benchmarks ?? []).flatMap(({ benchmark, via }, index) => [
      ...reference('benchmarks', ['benchmarks', index, 'benchmark'], benchmark),
      ...reference('datasets', ['benchmarks', index, 'via'], via),
    ]),
  ];
}

function replacementProblems(
  authored: Authored,
  { id, file, value }: Entry<AuthoredModel>,
): readonly Problem[] {
  const replacement = value.lifecycle?.replacement;
  const path = ['lifecycle', 'replacement'];
  const unknown = modelReferenceProblem(authored, 'replacement', { file, path, id: replacement });
  if (unknown.length > 0) return unknown;
  const circle = replacementCircle(authored.models, id);
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
