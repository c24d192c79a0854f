import type { Authored, Entry } from '../authored.ts';
import { type Kind, kinds } from '../kinds.ts';
import { type Problem, wholeFileProblem } from '../problem.ts';
import { foundText, problemAt, type SourceFile } from '../source-file.ts';

// Addresses that a page or an endpoint of its own answers: /benchmarks is served from benchmarks/index.
const reserved: Readonly<Record<Kind, readonly string[]>> = {
  models: ['index', 'popular', 'compare'],
  // local: what quickstarts call a program on the reader's own machine.
  providers: ['index', 'local'],
  benchmarks: ['index'],
  datasets: ['index'],
  sources: [],
  news: [],
  corrections: [],
  protocols: [],
};

/** Slugs, aliases, display names and titles are each used once. */
export function nameProblems(authored: Authored): readonly Problem[] {
  const { models, providers, benchmarks, datasets, sources, news, protocols, names } = authored;
  return [
    ...kinds.flatMap((kind) => reservedProblems(kind, authored)),
    ...slugProblems(models, names.models),
    ...displayNameProblems(models, ({ provider, name }) => [`${provider} ${name}`]),
    ...displayNameProblems(providers, ({ name }) => [name]),
    ...displayNameProblems(benchmarks, ({ name, aliases = [] }) => [name, ...aliases]),
    ...displayNameProblems(datasets, ({ name }) => [name]),
    ...displayNameProblems(sources, ({ name }) => [name]),
    ...displayNameProblems(news, ({ title }) => [title], 'title'),
    ...displayNameProblems(protocols, ({ name }) => [name]),
  ];
}

function reservedProblems(kind: Kind, authored: Authored): readonly Problem[] {
  return [...authored[kind].values()]
    .filter(({ id }) => reserved[kind].includes(id))
    .map(({ id, file }) =>
      wholeFileProblem(file.path, 'reserved-name', {
        message: `The address ${kind}/${id} is taken by a page of its own.`,
        expected: `a file name other than ${reserved[kind].join(', ')}`,
        fix: 'Rename the file after what it holds.',
      }),
    );
}

function slugProblems(models: Authored['models'], slugs: ReadonlySet<string>): readonly Problem[] {
  const claims = new Map<string, SourceFile>();
  return [...models.values()].flatMap(({ id, file, value }) =>
    (value.aliases ?? []).flatMap((alias, index) => {
      const first = claims.get(alias);
      claims.set(alias, first ?? file);
      const told = aliasFault(alias, id, slugs, first);
      return told ? [problemAt(file, ['aliases', index], told)] : [];
    }),
  );
}

function aliasFault(
  alias: string,
  id: string,
  slugs: ReadonlySet<string>,
  first: SourceFile | undefined,
): Pick<Problem, 'code' | 'message' | 'expected' | 'fix'> | undefined {
  if (alias === id) {
    return {
      code: 'duplicate-slug',
      message: `The alias "${alias}" is the slug of this very file.`,
      expected: 'a name other than the file’s own',
      fix: 'Remove the alias.',
    };
  }
  if (slugs.has(alias)) {
    return {
      code: 'duplicate-slug',
      message: `The alias "${alias}" is the slug of a model of its own.`,
      expected: 'an alias that no model file is named after',
      fix: `Remove the alias, or the file ${alias}.yaml if both are one model.`,
    };
  }
  if (reserved.models.includes(alias)) {
    return {
      code: 'reserved-name',
      message: `The address models/${alias} is taken by a page of its own.`,
      expected: `an alias other than ${reserved.models.join(', ')}`,
      fix: 'Remove the alias.',
    };
  }
  if (!first) return undefined;
  return {
    code: 'duplicate-alias',
    message: `The alias "${alias}" stands in ${first.path} already.`,
    expected: 'each alias once in the catalog',
    fix: 'Keep it where it leads readers to the model that was meant.',
  };
}

function displayNameProblems<Value>(
  entries: ReadonlyMap<string, Entry<Value>>,
  namesOf: (value: Value) => readonly string[],
  key: 'name' | 'title' = 'name',
): readonly Problem[] {
  const firsts = new Map<string, SourceFile>();
  return [...entries.values()].flatMap(({ file, value }) =>
    namesOf(value).flatMap((name, index) => {
      // Forms that look alike count as one: full-width letters, accents written apart, capitals.
      const form = name.normalize('NFKC').toLowerCase();
      const first = firsts.get(form);
      firsts.set(form, first ?? file);
      if (first === undefined || first === file) return [];
      const path = index === 0 ? [key] : ['aliases', index - 1];
      return [
        problemAt(file, path, {
          code: 'duplicate-name',
          message: `This is the ${key} of ${first.path} too.`,
          expected: `a ${key} that tells the two apart`,
          found: foundText(file, path),
          fix: 'Merge the files if they are one thing; else write what sets this one apart.',
        }),
      ];
    }),
  );
}
