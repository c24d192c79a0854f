import type { Authored } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../source-file.ts';

const catalogs = ['modelsDev', 'openRouter', 'llmStats'] as const;

/** What another catalog calls a model leads to one model here. */
export function identifierProblems({ models }: Authored): readonly Problem[] {
  const firsts = new Map<string, string>();
  return [...models.values()].flatMap(({ file, value }) =>
    catalogs.flatMap((catalog) =>
      (value.identifiers?.[catalog] ?? []).flatMap((id, index) => {
        const claim = `${catalog} ${id}`;
        const first = firsts.get(claim);
        firsts.set(claim, first ?? file.path);
        if (first === undefined) return [];
        return [
          problemAt(file, ['identifiers', catalog, index], {
            code: 'duplicate-identifier',
            message: `"${id}" stands under ${catalog} in ${first} already.`,
            expected: 'each id of another catalog once',
            fix: 'Keep it at the model that the other catalog means.',
          }),
        ];
      }),
    ),
  );
}
