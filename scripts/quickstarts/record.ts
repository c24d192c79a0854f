import { readFile, writeFile } from 'node:fs/promises';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { caseHash } from '../../src/catalog/quickstarts/proof.ts';
import type { Language, Protocol } from '../../src/catalog/quickstarts/protocol.ts';
import { quickstartLanguages } from '../../src/catalog/schema/protocol.ts';
import type { Snippet } from './snippet.ts';

type Proven = NonNullable<Protocol['proven']>;

/** What a run proved, by protocol: the cases of each language, sorted, and the day they were first found so. */
export function provenCases(
  { protocols, day }: Pick<Catalog, 'protocols' | 'day'>,
  snippets: readonly Snippet[],
  languages: readonly Language[] = quickstartLanguages,
): ReadonlyMap<string, Proven> {
  const byProtocol = Map.groupBy(snippets, ({ call }) => call.protocol.id);
  return new Map(
    [...byProtocol].map(([id, own]) => {
      const known = protocols.get(id)?.proven ?? {};
      const fresh = languages.flatMap((language) => {
        const cases = casesOf(own.filter((snippet) => snippet.language === language));
        if (cases.length === 0) return [];
        const before = known[language];
        const isSame = before?.cases.join() === cases.join();
        return [[language, isSame ? before : { on: day, cases }] as const];
      });
      return [id, { ...known, ...Object.fromEntries(fresh) }];
    }),
  );
}

const casesOf = (snippets: readonly Snippet[]): string[] =>
  [
    ...new Set(snippets.map(({ call, language, variant }) => caseHash(call, language, variant))),
  ].toSorted();

/** Writes into the protocols' files what was proven. Returns the ids of those that changed. */
export async function recordProofs(
  contentDir: string,
  proofs: ReadonlyMap<string, Proven>,
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [id, proven] of proofs) {
    const path = `${contentDir}/protocols/${id}.yaml`;
    const text = await readFile(path, 'utf8');
    const fresh = `${text.replace(/^proven:\n(?: .*\n)*/m, '')}${provenText(proven)}`;
    if (fresh === text) continue;
    await writeFile(path, fresh);
    changed.push(id);
  }
  return changed;
}

function provenText(proven: Proven): string {
  const lines = quickstartLanguages.flatMap((language) => {
    const proof = proven[language];
    if (!proof) return [];
    return [
      `  ${language}:`,
      `    on: ${proof.on}`,
      '    cases:',
      ...proof.cases.map((hash) => `      - "${hash}"`),
    ];
  });
  return `proven:\n${lines.join('\n')}\n`;
}
