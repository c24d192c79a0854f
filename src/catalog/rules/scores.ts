import type { Authored } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../source-file.ts';
import { otherSpellings } from './spellings.ts';

const wordKeys = ['variant', 'dataset', 'harness', 'effort', 'reportedBy'] as const;

/** Who measured is named in one way, and how: scores are ranked together where their words are the same. */
export function scoreProblems({ models, providers }: Authored): readonly Problem[] {
  const scores = [...models.values()].flatMap(({ value }) => value.benchmarks ?? []);
  const otherOf = new Map(
    wordKeys.map((key) => [
      key,
      otherSpellings(
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
        const path = ['benchmarks', index, key];
        if (key === 'reportedBy' && word !== 'maker' && makerForms.includes(formOf(word))) {
          return [
            problemAt(entry.file, path, {
              code: 'other-spelling',
              message: `"${word}" is the model’s maker.`,
              expected: 'maker',
              fix: 'Write "maker".',
            }),
          ];
        }
        const other = otherOf.get(key)?.(word);
        if (!other) return [];
        return [
          problemAt(entry.file, path, {
            code: 'other-spelling',
            message: `"${word}" is written "${other.name}" elsewhere.`,
            expected: 'one spelling for one thing',
            fix: other.fix,
          }),
        ];
      }),
    );
  });
}

/** What is left of words without case, spaces and dashes. Signs as < and > tell conditions apart. */
const formOf = (words: string): string => words.toLowerCase().replace(/[\s_-]/g, '');
