import { type Document, isMap, isPair, isScalar, type LineCounter, type Node } from 'yaml';
import type { Problem } from './problem.ts';

/** A place inside a YAML file: keys and indexes from the root. */
export type FieldPath = readonly (string | number)[];

/** A YAML file that was read: its value, and where everything in it stands. */
export interface SourceFile {
  /** Path as it is opened from the working directory. */
  readonly path: string;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lineCounter: LineCounter;
  readonly value: unknown;
  /** What stands below the front matter, in a file that has one. */
  readonly body?: { readonly text: string; readonly start: number };
}

type Told = Omit<Problem, 'file' | 'line' | 'column' | 'length' | 'excerpt'>;

/** A problem at a field of a file; `at: 'key'` points at the name instead of the value. */
export function problemAt(
  file: SourceFile,
  path: FieldPath,
  told: Told,
  at: 'key' | 'value' = 'value',
): Problem {
  const range = rangeOf(file.document, path, at);
  return problemAtRange(file, range, told);
}

/** A problem at a part of a field's text; at the whole field where escapes or line ends hide the part. */
export function problemAtText(
  file: SourceFile,
  path: FieldPath,
  text: string,
  told: Told,
): Problem {
  const [start, end] = rangeOf(file.document, path, 'value');
  const offset = file.text.slice(start, end).indexOf(text);
  if (offset < 0) return problemAtRange(file, [start, end], told);
  return problemAtRange(file, [start + offset, start + offset + text.length], told);
}

/** A problem at a range of characters of a file's text. */
export function problemAtRange(
  file: Pick<SourceFile, 'path' | 'text' | 'lineCounter'>,
  [start, end]: readonly [number, number],
  told: Told,
): Problem {
  const { line, col } = file.lineCounter.linePos(start);
  const excerpt = file.text.split('\n', line)[line - 1]?.replace(/\r$/, '') ?? '';
  const length = Math.max(1, Math.min(end - start, excerpt.length - col + 1));
  return { ...told, file: file.path, line, column: col, length, excerpt };
}

/** What a field holds, as its author wrote it, shortened for a message. */
export function foundText(file: SourceFile, path: FieldPath): string | undefined {
  const node = nodeAt(file.document, path);
  if (!node?.range) return undefined;
  const text = file.text.slice(node.range[0], node.range[1]).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
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
