import { type Document, isMap, type Node, type Pair, parseDocument } from 'yaml';
import type { FieldPath } from '../catalog/source-file.ts';
import { yaml12 } from '../catalog/yaml-options.ts';

/** What a file's author noted on the value at a path: the comments above it and behind it, joined. */
export function noteAt(text: string, path: FieldPath): string | undefined {
  const range = rangeAt(parseDocument(text, yaml12), path);
  if (!range) return undefined;
  const [start, end] = range;
  const lines = text.slice(0, text.lastIndexOf('\n', start) + 1).split('\n');
  const above = lines.slice(0, -1);
  const first = above.findLastIndex((line) => !/^\s*#/.test(line)) + 1;
  const behind = /^[ \t}\]]*#.*/.exec(text.slice(end))?.[0].replace(/^[^#]*/, '');
  const notes = [...above.slice(first), ...(behind ? [behind] : [])]
    .map((line) => line.replace(/^\s*#\s*/, '').trim())
    // The first line of a file is for editors.
    .filter((line) => line !== '' && !line.startsWith('yaml-language-server'));
  return notes.length > 0 ? notes.join(' ') : undefined;
}

/** From the start of the key, or of a list's item, to the end of the value. */
function rangeAt(document: Document, path: FieldPath): readonly [number, number] | undefined {
  const node = document.getIn(path, true) as Node | undefined;
  if (!node?.range) return undefined;
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pairs = isMap<Node, Node>(parent) ? (parent.items as readonly Pair<Node, Node>[]) : [];
  const key = pairs.find(({ value }) => value === node)?.key;
  return [key?.range?.[0] ?? node.range[0], node.range[1]];
}
