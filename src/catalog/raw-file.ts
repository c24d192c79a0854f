import { access, lstat, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Kind } from './kinds.ts';
import type { RawFile } from './parse.ts';
import { type Problem, wholeFileProblem } from './problem.ts';
import { isSlug, slugInWords, slugOf } from './schema/primitives.ts';

const yaml = { ending: '.yaml', near: /\.ya?ml$/i, named: 'YAML files' };
const markdown = { ending: '.md', near: /\.(md|mdx|markdown)$/i, named: 'Markdown files' };

const formOf = (kind: Kind): typeof yaml => (kind === 'news' ? markdown : yaml);

/** Tells whether a file stands for a thing of its folder's kind, if under a slightly wrong name. */
export const isMeantFor = (kind: Kind, path: string): boolean => formOf(kind).near.test(path);

// The longest model file, with sixty offers and a hundred scores, is under 40 KB.
const longestFile = 128 * 1024;

/**
 * Reads the bytes of one file in the folder of a kind, or tells why it cannot be one of that kind.
 *
 * @param siblings paths of all files in the folder.
 */
export const readRaw = (
  path: string,
  kind: Kind,
  siblings: readonly string[],
): Promise<RawFile | Problem> =>
  rawOf(path, kind, siblings).catch((cause: NodeJS.ErrnoException) => {
    const fix = unreadableFixes[cause.code ?? ''];
    // Nothing that the file could be blamed for, as too many open files.
    if (fix === undefined) throw cause;
    return wholeFileProblem(path, 'unreadable', {
      message: `The file cannot be read (${cause.code}).`,
      expected: 'a file that whoever runs the command may read',
      fix,
    });
  });

const rights = 'Give it the rights that the files beside it have.';
const unreadableFixes: Readonly<Record<string, string>> = {
  EACCES: rights,
  EPERM: rights,
  ENOENT: 'It was removed while the content was read: run the command again.',
};

async function rawOf(
  path: string,
  kind: Kind,
  siblings: readonly string[],
): Promise<RawFile | Problem> {
  const { ending, near, named } = formOf(kind);
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
      expected: `${named} directly in ${kind}`,
      fix: 'Move its files up and remove the folder.',
    });
  }
  const extension = extname(path);
  const isDrawing = kind === 'providers' && extension === '.svg';
  if (extension !== ending && !isDrawing) {
    return wholeFileProblem(path, 'wrong-extension', {
      message: `"${basename(path)}" is no kind of file that belongs here.`,
      expected: `a name that ends in ${ending}${kind === 'providers' ? ' or .svg' : ''}`,
      fix: near.test(path)
        ? renaming(path, `${basename(path, extension)}${ending}`, siblings)
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
