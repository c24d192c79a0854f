import type { Authored } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { type FieldPath, problemAt, type SourceFile } from '../source-file.ts';
import { suggestion } from '../suggestion.ts';

const nouns = { providers: 'provider', benchmarks: 'benchmark', datasets: 'data set' } as const;

/** A field that calls another file by its name. */
interface Reference {
  readonly file: SourceFile;
  readonly path: FieldPath;
  /** Absent where the field is. */
  readonly id: string | undefined;
}

/** A file of this kind and name exists. */
export function referenceProblem(
  { names }: Authored,
  kind: keyof typeof nouns,
  { file, path, id }: Reference,
): readonly Problem[] {
  if (id === undefined || names[kind].has(id)) return [];
  const noun = nouns[kind];
  return [
    problemAt(file, path, {
      code: `unknown-${noun.replace(' ', '-')}`,
      message: `Unknown ${noun} "${id}"${suggestion(id, [...names[kind]])}`,
      expected: `the name of a file in content/${kind}`,
      fix: `Correct the id, or add content/${kind}/${id}.yaml.`,
    }),
  ];
}

/** A model of this slug exists; an alias of one is refused, and told what it stands for. */
export function modelReferenceProblem(
  { models, names }: Authored,
  noun: 'replacement' | 'model',
  { file, path, id }: Reference,
): readonly Problem[] {
  if (id === undefined || names.models.has(id)) return [];
  const owner = [...models.values()].find(({ value }) => value.aliases?.includes(id));
  const others = [...names.models].filter((name) => models.get(name)?.file !== file);
  return [
    problemAt(file, path, {
      code: 'unknown-model',
      message: owner
        ? `The ${noun} "${id}" is an alias of "${owner.id}".`
        : `Unknown model "${id}"${suggestion(id, others)}`,
      expected: 'the name of a file in content/models',
      fix: owner ? `Write "${owner.id}".` : `Correct the slug, or leave the ${noun} out.`,
    }),
  ];
}
