import {
  isMap,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { z } from 'zod';
import { knownKeys } from '../catalog/expectation.ts';
import type { FieldPath } from '../catalog/source-file.ts';
import { yaml12 } from '../catalog/yaml-options.ts';
import { blockText, flowText, pairText } from './yaml-text.ts';

/** The text of a YAML file, and the schema of its kind, whose keys are in the order that files keep. */
export interface Yaml {
  readonly schema: z.ZodType;
  readonly text: string;
}

/** Puts a value at a path, a new key into its place in the schema's order. @throws over a comment. */
export function withValue(yaml: Yaml, path: FieldPath, value: unknown): Yaml {
  const node = nodeAt(yaml, path);
  if (!node) return withPair(yaml, path.slice(0, -1), String(path.at(-1)), value);
  return replaced(yaml, rangeOf(node), flowText(value), path);
}

/** Puts an item into a list before the one of an index, or after all. */
export function withItem(yaml: Yaml, path: FieldPath, index: number, item: object | string): Yaml {
  const list = nodeAt(yaml, path);
  const [first] = isSeq<Node>(list) ? list.items : [];
  if (!isSeq<Node>(list) || !first) return withValue(yaml, path, [item]);
  const next = list.items[index];
  const last = list.items.at(-1) ?? first;
  const { text } = yaml;
  if (list.flow) {
    const at = next ? rangeOf(next)[0] : rangeOf(last)[1];
    const added = next ? `${flowText(item)}, ` : `, ${flowText(item)}`;
    return replaced(yaml, [at, at], added, path);
  }
  const indent = text.lastIndexOf('-', rangeOf(first)[0]) - lineStart(text, rangeOf(first)[0]);
  const at = next ? lineStart(text, rangeOf(next)[0]) : lineEnd(text, rangeOf(last)[1]);
  const isBlock = isMap(last) && !last.flow && typeof item === 'object';
  const row = isBlock ? blockText(item, indent + 2) : flowText(item);
  return replaced(yaml, [at, at], `${' '.repeat(indent)}- ${row}\n`, path);
}

/** Takes an item out of a list, and the key with the only one. @throws where a comment would go with it. */
export function withoutItem(yaml: Yaml, path: FieldPath, index: number): Yaml {
  const list = nodeAt(yaml, path) as YAMLSeq<Node>;
  const item = list.items[index] as Node;
  const { text } = yaml;
  const [start, end] = rangeOf(item);
  if (list.items.length === 1) {
    const key = keyAt(yaml, path);
    return replaced(yaml, [lineStart(text, key), lineEnd(text, end)], '', path);
  }
  if (!list.flow) return replaced(yaml, [lineStart(text, start), lineEnd(text, end)], '', path);
  const [before, next] = [list.items[index - 1], list.items[index + 1]];
  const from = next || !before ? start : rangeOf(before)[1];
  return replaced(yaml, [from, next ? rangeOf(next)[0] : end], '', path);
}

function withPair(yaml: Yaml, parent: FieldPath, key: string, value: unknown): Yaml {
  const map = nodeAt(yaml, parent);
  if (!isMap<Node, Node>(map)) {
    return withPair(yaml, parent.slice(0, -1), String(parent.at(-1)), { [key]: value });
  }
  const order = knownKeys(yaml.schema, parent);
  const rank = (pair: Pair<Node, Node | null>): number => order.indexOf(nameOf(pair.key));
  const previous = map.items.findLast((pair) => rank(pair) < order.indexOf(key));
  const first = map.items[0]?.key;
  if (!first) return replaced(yaml, rangeOf(map), flowText({ [key]: value }), parent);
  const start = rangeOf(first)[0];
  const end = previous && rangeOf(previous.value ?? previous.key)[1];
  if (map.flow) {
    const pair = `${key}: ${flowText(value)}`;
    const at = end ?? start;
    return replaced(yaml, [at, at], end === undefined ? `${pair}, ` : `, ${pair}`, parent);
  }
  const line = lineStart(yaml.text, start);
  const at = end === undefined ? line : lineEnd(yaml.text, end);
  const pair = `${' '.repeat(start - line)}${pairText(key, value, start - line)}\n`;
  return replaced(yaml, [at, at], pair, parent);
}

function replaced(
  { schema, text }: Yaml,
  [start, end]: readonly [number, number],
  other: string,
  path: FieldPath,
): Yaml {
  if (/(^|\s)#/.test(text.slice(start, end))) {
    throw new Error(`${path.join('.')} holds a comment, which would be lost; change it by hand.`);
  }
  return { schema, text: text.slice(0, start) + other + text.slice(end) };
}

function nodeAt({ text }: Yaml, path: FieldPath): Node | undefined {
  const document = parseDocument(text, yaml12);
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return (node ?? undefined) as Node | undefined;
}

function keyAt(yaml: Yaml, path: FieldPath): number {
  const map = nodeAt(yaml, path.slice(0, -1)) as YAMLMap<Node, Node>;
  const pair = map.items.find(({ key }) => nameOf(key) === path.at(-1)) as Pair<Node, Node>;
  return rangeOf(pair.key)[0];
}

const nameOf = (key: Node): string => String((key as { readonly value?: unknown }).value);

/** Where a value starts and ends; the end of a block reaches over what follows it, which is not of it. */
function rangeOf(node: Node): readonly [number, number] {
  if ((isMap<Node, Node>(node) || isSeq<Node>(node)) && !node.flow) {
    const last = node.items.at(-1);
    const inner = isMap(node) ? (last as Pair<Node, Node | null>) : undefined;
    const end = inner ? (inner.value ?? inner.key) : (last as Node);
    return [node.range?.[0] ?? 0, rangeOf(end)[1]];
  }
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The start of the line after the one that ends a value; of a block scalar, which ends with it, that. */
function lineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
