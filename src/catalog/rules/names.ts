import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { type FieldPath, problemAt, type SourceFile } from '../source-file.ts';

interface Claim {
  readonly file: SourceFile;
  readonly path: FieldPath;
}

/** Slugs, aliases and display names are each used once. */
export function nameProblems({
  models,
  providers,
  benchmarks,
  names,
}: Authored): readonly Problem[] {
  return [
    ...slugProblems(models, names.models),
    ...displayNameProblems(models, (model) => `${model.provider} ${model.name}`),
    ...displayNameProblems(providers, (provider) => provider.name),
    ...displayNameProblems(benchmarks, (benchmark) => benchmark.name),
  ];
}

function slugProblems(models: Authored['models'], slugs: ReadonlySet<string>): readonly Problem[] {
  const problems: Problem[] = [];
  const claims = new Map<string, Claim>();
  for (const { file, value } of models.values()) {
    for (const [index, alias] of (value.aliases ?? []).entries()) {
      const path = ['aliases', index];
      const first = claims.get(alias);
      if (slugs.has(alias)) {
        problems.push(
          problemAt(file, path, {
            code: 'duplicate-slug',
            message: `The alias "${alias}" is the slug of a model of its own.`,
            expected: 'an alias that no model file is named after',
            fix: `Remove the alias, or the file ${alias}.yaml if both are one model.`,
          }),
        );
      } else if (first) {
        problems.push(
          problemAt(file, path, {
            code: 'duplicate-alias',
            message: `The alias "${alias}" stands in ${first.file.path} already.`,
            expected: 'each alias once in the catalog',
            fix: 'Keep it where it leads readers to the model that was meant.',
          }),
        );
      } else claims.set(alias, { file, path });
    }
  }
  return problems;
}

function displayNameProblems<Value extends AuthoredModel | { readonly name: string }>(
  entries: ReadonlyMap<string, Entry<Value>>,
  keyOf: (value: Value) => string,
): readonly Problem[] {
  const problems: Problem[] = [];
  const firsts = new Map<string, SourceFile>();
  for (const { file, value } of entries.values()) {
    const key = keyOf(value).toLowerCase();
    const first = firsts.get(key);
    if (first) {
      problems.push(
        problemAt(file, ['name'], {
          code: 'duplicate-name',
          message: `"${value.name}" is the name of ${first.path} too.`,
          expected: 'a name that tells the two apart',
          fix: 'Merge the files if they are one thing; else write what sets this one apart.',
        }),
      );
    } else firsts.set(key, file);
  }
  return problems;
}
