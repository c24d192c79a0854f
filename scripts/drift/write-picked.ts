import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { checkContent } from '../../src/catalog/check.ts';
import { knownModel } from '../../src/catalog/lookup.ts';
import { type Problem, problemText } from '../../src/catalog/problem.ts';
import type { Finding } from '../../src/drift/finding.ts';
import { writtenModel } from '../../src/drift/write.ts';

/** What became of the files of models, and what to say of it. */
export interface Outcome {
  /** Paths of files that hold what was picked for them, and pass the check. */
  readonly written: readonly string[];
  /** Why others are as they were, in sentences. */
  readonly refused: readonly string[];
}

interface Edit {
  readonly slug: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Writes what was picked into the models' files. A file that would not pass the check, or would lose a
 * comment, stays as it was.
 *
 * @param day the day of reading, `YYYY-MM-DD`.
 */
export async function writePicked(
  { catalog, contentDir, day }: { catalog: Catalog; contentDir: string; day: string },
  picked: readonly Finding[],
): Promise<Outcome> {
  const edits: Edit[] = [];
  const refused: string[] = [];
  for (const [slug, own] of Map.groupBy(picked, ({ model }) => model)) {
    const { path } = knownModel(catalog, slug);
    const before = await readFile(path, 'utf8');
    try {
      edits.push({ slug, path, before, after: writtenModel(before, own, day) });
    } catch (error) {
      refused.push(`${path}: ${(error as Error).message}`);
    }
  }
  await Promise.all(edits.map(({ path, after }) => writeFile(path, after)));
  let standing: readonly Edit[] = edits;
  // What one file says can be a fault of another, which shows when the first is put back.
  while (standing.length > 0) {
    const { problems } = await checkContent(contentDir, day);
    if (problems.length === 0) break;
    const named = standing.filter((edit) => problems.some((problem) => isOf(edit, problem)));
    const atFault = named.length > 0 ? named : standing;
    await Promise.all(atFault.map(({ path, before }) => writeFile(path, before)));
    refused.push(...problems.map(problemText));
    standing = standing.filter((edit) => !atFault.includes(edit));
  }
  return { written: standing.map(({ path }) => path), refused };
}

/** Whether a problem is in a model's file, or of another file and names the model. */
const isOf = ({ slug, path }: Edit, { file, message }: Problem): boolean =>
  resolve(file) === resolve(path) || message.split(/[^\w-]+/).includes(slug);
