import { constants } from 'node:fs';
import { access, lstat, readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parseFile, type RawFile } from './parse.ts';
import { type Problem, wholeFileProblem } from './problem.ts';
import { isSlug, slugOf } from './schema/primitives.ts';
import type { SourceFile } from './source-file.ts';

/** The kinds of YAML content, each a folder of `content`. */
export const kinds = ['models', 'providers', 'benchmarks', 'datasets'] as const;
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
 * @throws when the folder itself cannot be read.
 */
export async function readContent(contentDir: string): Promise<ReadContent> {
  await access(contentDir, constants.R_OK);
  const problems: Problem[] = [];
  const files = {
    models: new Map<string, SourceFile>(),
    providers: new Map<string, SourceFile>(),
    benchmarks: new Map<string, SourceFile>(),
    datasets: new Map<string, SourceFile>(),
  };
  const names = {
    models: new Set<string>(),
    providers: new Set<string>(),
    benchmarks: new Set<string>(),
    datasets: new Set<string>(),
  };
  const drawings = new Map<string, RawFile>();
  const raw: RawFile[] = [];
  for (const kind of kinds) {
    for (const path of await pathsIn(join(contentDir, kind))) {
      const read = await readRaw(path, kind);
      if ('code' in read) {
        problems.push(read);
        continue;
      }
      raw.push(read);
      const id = basename(path, extname(path));
      if (extname(path) === '.svg') {
        drawings.set(id, read);
        continue;
      }
      names[kind].add(id);
      const parsed = parseFile(read);
      if (Array.isArray(parsed)) problems.push(...parsed);
      else files[kind].set(id, parsed);
    }
  }
  return { files, names, drawings, raw, problems };
}

async function pathsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    // A kind without a folder is a kind without content, as in most test folders.
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return names
    .filter((name) => !name.startsWith('.'))
    .toSorted()
    .map((name) => join(folder, name));
}

async function readRaw(path: string, kind: Kind): Promise<RawFile | Problem> {
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
      fix: extension === '.yml' ? 'Rename it to .yaml.' : 'Rename or remove it.',
    });
  }
  const id = basename(path, extension);
  if (!isSlug(id)) {
    return wholeFileProblem(path, 'wrong-file-name', {
      message: `"${id}" is not a slug, and the file name becomes the address.`,
      expected: 'lower-case a-z and 0-9 in runs joined by single hyphens',
      fix: `Rename it to ${slugOf(id)}${extension}.`,
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
