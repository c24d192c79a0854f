import { type Document, isAlias, isCollection, isNode, isPair, isScalar, type Node } from 'yaml';
import type { Problem } from './problem.ts';
import { problemAtRange, type TextFile } from './source-file.ts';

type Told = Pick<Problem, 'code' | 'message' | 'expected' | 'fix'>;

// A price tier, the deepest fact of a model, stands six deep.
const deepest = 16;

/** What a parsed file uses of YAML beyond plain keys and values: the first place of each kind. */
export function plainYamlProblems(file: TextFile, document: Document.Parsed): readonly Problem[] {
  const found = new Map<string, Problem>();
  const note = (told: Told, range: readonly [number, number]): void => {
    if (!found.has(told.code)) found.set(told.code, problemAtRange(file, range, told));
  };
  const directive = file.text.search(/^%/m);
  if (directive >= 0) {
    note(directiveTold, [directive, file.text.length]);
  }
  const walk = (node: unknown, depth: number): void => {
    if (!isNode(node)) return;
    const told = nodeTold(node);
    if (told) note(told, signOf(file.text, node));
    if (depth === deepest) {
      note(deepTold, startOf(node));
      return;
    }
    for (const item of isCollection(node) ? node.items : []) {
      if (!isPair(item)) {
        walk(item, depth + 1);
        continue;
      }
      if (!isPlainKey(item.key))
        note(keyTold, isNode(item.key) ? startOf(item.key) : startOf(node));
      walk(item.key, depth + 1);
      walk(item.value, depth + 1);
    }
  };
  walk(document.contents, 0);
  return [...found.values()];
}

function nodeTold(node: Node): Told | undefined {
  if (isAlias(node) || ('anchor' in node && node.anchor)) return anchorTold;
  return 'tag' in node && node.tag ? tagTold : undefined;
}

const isPlainKey = (key: unknown): boolean =>
  isScalar(key) && typeof key.value === 'string' && key.value !== '';

/** An alias is a node of its own; an anchor or a tag stands before the range of its node. */
function signOf(text: string, node: Node): readonly [number, number] {
  const [start, end] = startOf(node);
  const sign = isAlias(node) ? null : /[&!]\S*\s*$/.exec(text.slice(0, start));
  return sign ? [sign.index, sign.index + sign[0].trimEnd().length] : [start, end];
}

const startOf = (node: Node): readonly [number, number] => [
  node.range?.[0] ?? 0,
  node.range?.[1] ?? 1,
];

export const directiveTold: Told = {
  code: 'directive',
  message: 'YAML directives are not used here: they change how the rest is read.',
  expected: 'keys and values alone',
  fix: 'Remove the line that starts with "%", and the "---" below it.',
};

const anchorTold: Told = {
  code: 'anchor',
  message:
    'YAML anchors and aliases are not used here: they can grow without bound and hide what a file says.',
  expected: 'each value written out',
  fix: 'Write the value where it is needed.',
};

export const tagTold: Told = {
  code: 'tag',
  message: 'YAML tags are not used here.',
  expected: 'a plain value',
  fix: 'Remove the word that starts with "!".',
};

const keyTold: Told = {
  code: 'odd-key',
  message: 'This key is not a word.',
  expected: 'a name such as releaseDate, followed by a colon',
  fix: 'See CONTRIBUTING.md for the keys of each kind of file.',
};

export const deepTold: Told = {
  code: 'too-deep',
  message: 'Lists and maps stand in each other without end.',
  expected: `at most ${deepest} levels`,
  fix: 'Remove the brackets, dashes or question marks that open a level for nothing.',
};
