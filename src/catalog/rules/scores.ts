import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { problemAt } from '../source-file.ts';
import { usualSpellings } from './spellings.ts';

const wordKeys = ['variant', 'dataset', 'harness', 'effort', 'reportedBy'] as const;

/** Who measured is named in one way, and how: scores are ranked together where their words are the same. */
export function scoreProblems({ models, providers }: Authored): readonly Problem[] {
  const scores = [...models.values()].flatMap(({ value }) => value.benchmarks ?? []);
  const usual = new Map(
    wordKeys.map((key) => [
      key,
      usualSpellings(
        scores.flatMap((score) => score[key] ?? []),
        formOf,
      ),
    ]),
  );
  return [...models.values()].flatMap((entry) => {
    const { provider, benchmarks = [] } = entry.value;
    const maker = providers.get(provider)?.value.name ?? provider;
    const makerForms = ['maker', 'the maker', provider, maker].map(formOf);
    return benchmarks.flatMap((score, index) =>
      wordKeys.flatMap((key) => {
        const word = score[key];
        if (word === undefined) return [];
        const form = formOf(word);
        const isMaker = key === 'reportedBy' && makerForms.includes(form);
        const right = isMaker ? 'maker' : usual.get(key)?.get(form);
        if (right === undefined || right === word) return [];
        return [
          spellingProblem(entry, ['benchmarks', index, key], {
            message: isMaker
              ? `"${word}" is the model’s maker.`
              : `"${word}" is written "${right}" elsewhere.`,
            right,
          }),
        ];
      }),
    );
  });
}

const spellingProblem = (
  { file }: Entry<AuthoredModel>,
  path: readonly (string | number)[],
  { message, right }: { readonly message: string; readonly right: string },
): Problem =>
  problemAt(file, path, {
    code: 'other-spelling',
    message,
    expected: right,
    fix: `Write "${right}".`,
  });

/** What is left of words without case, spaces and dashes. Signs as < and > tell conditions apart. */
const formOf = (words: string): string => words.toLowerCase().replace(/[\s_-]/g, '');
