import { type Document, isMap, isPair, isScalar, type Node, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';
import { yaml12 } from './yaml-options.ts';

/** A place inside a YAML file: keys and indexes from the root. */
export type FieldPath = readonly (string | number)[];

/** The text of a file, and the path by which it is opened from the working directory. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A YAML file that was read, and what it holds. */
export interface SourceFile extends TextFile {
  /** What of the text is YAML, each character at its place in the file. */
  readonly yaml: string;
  readonly value: unknown;
  /** What no value of any field may be. */
  readonly faults: readonly ValueFault[];
  /** What stands below the front matter, in a file that has one. */
  readonly body?: { readonly text: string; readonly start: number };
}

/** A fault of one value, with the place of the value. */
export interface ValueFault {
  readonly path: FieldPath;
  readonly told: Pick<Problem, 'code' | 'message' | 'expected' | 'fix'>;
}

type Told = Omit<Problem, 'file' | 'line' | 'column' | 'length' | 'excerpt'>;

/** What stands at a place of a value, if anything does. */
export const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>((whole, key) => (whole as Record<FieldPath[number], unknown>)?.[key], value);

/** A problem at a field of a file; `at: 'key'` points at the name instead of the value. */
export function problemAt(
  file: SourceFile,
  path: FieldPath,
  told: Told,
  at: 'key' | 'value' = 'value',
): Problem {
  return problemAtRange(file, rangeOf(documentOf(file), path, at), told);
}

/** A problem at a part of a field's text; at the whole field where escapes or line ends hide the part. */
export function problemAtText(
  file: SourceFile,
  path: FieldPath,
  text: string,
  told: Told,
): Problem {
  const [start, end] = rangeOf(documentOf(file), path, 'value');
  const offset = file.text.slice(start, end).indexOf(text);
  if (offset < 0) return problemAtRange(file, [start, end], told);
  return problemAtRange(file, [start + offset, start + offset + text.length], told);
}

/** A problem at a range of characters of a file's text. */
export function problemAtRange(
  { path, text }: TextFile,
  [start, end]: readonly [number, number],
  told: Told,
): Problem {
  const line = lineAt(text, start);
  const column = start - text.lastIndexOf('\n', start - 1);
  const excerpt = text.split('\n', line)[line - 1]?.replace(/\r$/, '') ?? '';
  const length = Math.max(1, Math.min(end - start, excerpt.length - column + 1));
  return { ...told, file: path, line, column, length, excerpt };
}

/** The line that a character of a text stands in; the first is 1. */
export const lineAt = (text: string, offset: number): number =>
  text.slice(0, offset).split('\n').length;

/** What a field holds, as its author wrote it, shortened for a message. */
export function foundText(file: SourceFile, path: FieldPath): string | undefined {
  const node = nodeAt(documentOf(file), path);
  if (!node?.range) return undefined;
  const text = file.text.slice(node.range[0], node.range[1]).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

const documents = new WeakMap<SourceFile, Document.Parsed>();

/** Where everything in a file stands: read once more when it is asked for, as of few files it ever is. */
function documentOf(file: SourceFile): Document.Parsed {
  const document = documents.get(file) ?? parseDocument(file.yaml, yaml12);
  documents.set(file, document);
  return document;
}

const nodeAt = (document: Document.Parsed, path: FieldPath): Node | undefined => {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return (node ?? undefined) as Node | undefined;
};

/** The nearest place that exists: a missing key is told at the map that lacks it. */
function rangeOf(
  document: Document.Parsed,
  path: FieldPath,
  at: 'key' | 'value',
): readonly [number, number] {
  const key = keyNode(document, path);
  if (at === 'key' && key?.range) return [key.range[0], key.range[1]];
  const node = nodeAt(document, path);
  if (node?.range && !(isMap(node) && key?.range)) return [node.range[0], node.range[1]];
  if (key?.range) return [key.range[0], key.range[1]];
  return path.length === 0 ? [0, 1] : rangeOf(document, path.slice(0, -1), 'value');
}

function keyNode(document: Document.Parsed, path: FieldPath): Node | undefined {
  const parent = path.length > 0 ? nodeAt(document, path.slice(0, -1)) : undefined;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  );
  return pair?.key as Node | undefined;
}
