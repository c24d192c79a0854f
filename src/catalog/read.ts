import { access, lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { parseFile, type RawFile } from './parse.ts';
import { type Problem, wholeFileProblem } from './problem.ts';
import { isSlug, slugInWords, slugOf } from './schema/primitives.ts';
import type { SourceFile } from './source-file.ts';
import { suggestion } from './suggestion.ts';

/** The kinds of YAML content, each a folder of `content`. */
export const kinds = ['models', 'providers', 'benchmarks', 'datasets', 'protocols'] as const;
export type Kind = (typeof kinds)[number];

/** What the folders of `content` hold, parsed but not yet checked against a schema. */
export interface ReadContent {
  /** By kind, then by file name without its ending. */
  readonly files: Readonly<Record<Kind, ReadonlyMap<string, SourceFile>>>;
  /** Every name that stands in a folder, also of files that could not be parsed. */
  readonly names: Readonly<Record<Kind, ReadonlySet<string>>>;
  /** Monograms drawn for a provider: SVG text by file name without its ending. */
  readonly drawings: ReadonlyMap<string, RawFile>;
  /** Every file that was read, sorted by path. */
  readonly raw: readonly RawFile[];
  readonly problems: readonly Problem[];
}

// The longest model file, with sixty offers and a hundred scores, is under 40 KB.
const longestFile = 128 * 1024;

/**
 * Reads every content file below a folder.
 *
 * @throws when the folder itself cannot be read, or is no content folder.
 */
export async function readContent(contentDir: string): Promise<ReadContent> {
  await requireContentFolder(contentDir);
  const problems: Problem[] = [...(await strayProblems(contentDir))];
  const files = {
    models: new Map<string, SourceFile>(),
    providers: new Map<string, SourceFile>(),
    benchmarks: new Map<string, SourceFile>(),
    datasets: new Map<string, SourceFile>(),
    protocols: new Map<string, SourceFile>(),
  };
  const names = {
    models: new Set<string>(),
    providers: new Set<string>(),
    benchmarks: new Set<string>(),
    datasets: new Set<string>(),
    protocols: new Set<string>(),
  };
  const drawings = new Map<string, RawFile>();
  const raw: RawFile[] = [];
  for (const kind of kinds) {
    const paths = await pathsIn(join(contentDir, kind));
    for (const path of paths) {
      const read = await readRaw(path, kind, paths);
      const id = basename(path, extname(path));
      if ('code' in read) {
        problems.push(read);
        // Who refers to a file that cannot be read is not at fault.
        if (yamlEnding.test(path)) names[kind].add(slugOf(id));
        continue;
      }
      raw.push(read);
      if (extname(path) === '.svg') {
        drawings.set(id, read);
        continue;
      }
      names[kind].add(id);
      const parsed = parseFile(read);
      if ('value' in parsed) files[kind].set(id, parsed);
      else problems.push(...parsed);
    }
  }
  return { files, names, drawings, raw, problems };
}

/** Makes sure that a folder is one of content: nothing in it must not pass for nothing wrong in it. @throws when it is not. */
export async function requireContentFolder(contentDir: string): Promise<void> {
  const names = await readdir(contentDir).catch((cause: NodeJS.ErrnoException) => {
    const told = `The content folder ${contentDir} cannot be read (${cause.code}). Run the command in the project’s folder, or name the content by CONTENT_DIR.`;
    throw Object.assign(new Error(told, { cause }), { code: cause.code });
  });
  if (kinds.some((kind) => names.includes(kind))) return;
  throw new Error(
    `${contentDir} holds no content: none of the folders ${kinds.join(', ')} is in it. Name the content’s folder by CONTENT_DIR.`,
  );
}

/** Whatever lies beside the folders of content, where nothing would read it. */
async function strayProblems(contentDir: string): Promise<readonly Problem[]> {
  const entries = await readdir(contentDir, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const { name } = entry;
    const isKind = kinds.some((kind) => kind === name);
    if (name.startsWith('.') || name === 'README.md' || (isKind && entry.isDirectory())) return [];
    return [
      wholeFileProblem(join(contentDir, name), 'stray-file', {
        message: isKind
          ? `"${name}" is no folder.`
          : `"${name}" is no folder of content${suggestion(name, kinds)}`,
        expected: `the folders ${kinds.join(', ')} and README.md, nothing else`,
        fix: 'Move what it holds into the folder of its kind, or remove it.',
      }),
    ];
  });
}

async function pathsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    // A kind without a folder is a kind without content, as in most test folders; what has taken a
    // folder's name is told as a stray file.
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return [];
    throw cause;
  });
  return names
    .filter((name) => !name.startsWith('.'))
    .toSorted()
    .map((name) => join(folder, name));
}

const yamlEnding = /\.ya?ml$/i;

async function readRaw(
  path: string,
  kind: Kind,
  siblings: readonly string[],
): Promise<RawFile | Problem> {
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) {
    const isDangling = await access(path).then(
      () => false,
      () => true,
    );
    return wholeFileProblem(path, 'symbolic-link', {
      message: isDangling
        ? 'This is a symbolic link that leads nowhere.'
        : 'This is a symbolic link to another file.',
      expected: 'a file of its own',
      fix: 'Remove the link; to give a model a second address, write it under aliases.',
    });
  }
  if (!stats.isFile()) {
    return wholeFileProblem(path, 'not-a-file', {
      message: `This is no file; ${kind} are kept flat, without folders.`,
      expected: `YAML files directly in ${kind}`,
      fix: 'Move its files up and remove the folder.',
    });
  }
  const extension = extname(path);
  const isDrawing = kind === 'providers' && extension === '.svg';
  if (extension !== '.yaml' && !isDrawing) {
    return wholeFileProblem(path, 'wrong-extension', {
      message: `"${basename(path)}" is no kind of file that belongs here.`,
      expected:
        kind === 'providers' ? 'a name that ends in .yaml or .svg' : 'a name that ends in .yaml',
      fix: yamlEnding.test(path)
        ? renaming(path, `${basename(path, extension)}.yaml`, siblings)
        : 'Rename or remove it.',
    });
  }
  const id = basename(path, extension);
  if (!isSlug(id)) {
    return wholeFileProblem(path, 'wrong-file-name', {
      message: `"${id}" is not a slug, and the file name becomes the address.`,
      expected: slugInWords,
      fix: renaming(path, `${slugOf(id)}${extension}`, siblings),
    });
  }
  if (stats.size > longestFile) {
    return wholeFileProblem(path, 'too-long', {
      message: `The file has ${stats.size} bytes.`,
      expected: `at most ${longestFile} bytes`,
      fix: 'Keep facts only; texts and tables belong at their source.',
    });
  }
  return { path, bytes: await readFile(path) };
}

function renaming(path: string, name: string, siblings: readonly string[]): string {
  if (name.startsWith('.')) return 'Rename it with letters a-z.';
  return siblings.includes(join(dirname(path), name))
    ? `There is a ${name} already: move into it what it lacks, and remove this file.`
    : `Rename it to ${name}.`;
}
