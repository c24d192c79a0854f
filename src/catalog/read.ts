import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { byKind, type Kind, kinds } from './kinds.ts';
import { parseText } from './notice-file.ts';
import type { Parsed, RawFile } from './parse.ts';
import { type Problem, wholeFileProblem } from './problem.ts';
import { isMeantFor, readRaw } from './raw-file.ts';
import { slugOf } from './schema/primitives.ts';
import type { SourceFile } from './source-file.ts';
import { suggestion } from './suggestion.ts';

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

/** Parses files of words; the answers stand in the order of the files. */
export type ParseAll = (files: readonly RawFile[]) => Promise<readonly Parsed[]>;

const parseHere: ParseAll = async (files) => files.map(parseText);

/**
 * Reads every content file below a folder.
 *
 * @param parseAll parses what was read, on this thread where it is left out.
 * @throws when the folder itself cannot be read, or is no content folder.
 */
export async function readContent(contentDir: string, parseAll = parseHere): Promise<ReadContent> {
  await requireContentFolder(contentDir);
  const problems: Problem[] = [...(await strayProblems(contentDir))];
  const files = byKind(() => new Map<string, SourceFile>());
  const names = byKind(() => new Set<string>());
  const drawings = new Map<string, RawFile>();
  const raw: RawFile[] = [];
  const texts: { readonly kind: Kind; readonly id: string; readonly file: RawFile }[] = [];
  for (const kind of kinds) {
    const paths = await pathsIn(join(contentDir, kind));
    for (const { path, read } of await Promise.all(
      paths.map(async (one) => ({ path: one, read: await readRaw(one, kind, paths) })),
    )) {
      const id = basename(path, extname(path));
      if ('code' in read) {
        problems.push(read);
        // Who refers to a file that cannot be read is not at fault.
        if (isMeantFor(kind, path)) names[kind].add(slugOf(id));
        continue;
      }
      raw.push(read);
      if (extname(path) === '.svg') {
        drawings.set(id, read);
        continue;
      }
      names[kind].add(id);
      texts.push({ kind, id, file: read });
    }
  }
  const parsed = await parseAll(texts.map(({ file }) => file));
  for (const [index, { kind, id }] of texts.entries()) {
    const one = parsed[index] ?? [];
    if ('value' in one) files[kind].set(id, one);
    else problems.push(...one);
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
