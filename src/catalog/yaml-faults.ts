import { type Document, isNode, visit } from 'yaml';
import { deepTold, directiveTold, tagTold } from './plain-yaml.ts';
import { type Problem, wholeFileProblem } from './problem.ts';
import { lineAt, problemAtRange, type TextFile } from './source-file.ts';

type Told = Pick<Problem, 'code' | 'message' | 'expected' | 'fix'>;
type Place = readonly [number, number];

/** What the parser could not read, in this catalog's words and at the place to mend. */
export function yamlProblems(file: TextFile, document: Document.Parsed): readonly Problem[] {
  const faults = [...document.errors, ...document.warnings];
  if (faults.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) {
    const { code, ...told } = deepTold;
    return [wholeFileProblem(file.path, code, told)];
  }
  // The parser tells one slip of syntax in several ways, all on one line.
  const slips = Map.groupBy(faults, ({ code, pos: [start] }) =>
    code === 'DUPLICATE_KEY' ? `at ${start}` : `line ${lineAt(file.text, start)}`,
  );
  return [...slips.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { code, message, pos } = first;
    const isUnclosed = /closing ["']quote|end with a [\]}]/.test(message);
    const unclosed = isUnclosed ? unclosedProblem(file, document, pos[0]) : undefined;
    if (unclosed) return [unclosed];
    const isIndent = [first, ...others].some((fault) => fault.code === 'MULTILINE_IMPLICIT_KEY');
    const told = isIndent ? indentTold(message) : (own[code] ?? ownByMessage[message]);
    const place = code === 'DUPLICATE_KEY' ? wordAt(file, pos[0]) : pos;
    return [problemAtRange(file, place, told ?? parserTold(message))];
  });
}

const nested = 'Nested mappings are not allowed in compact mappings';

const indentTold = (message: string): Told => ({
  code: 'yaml',
  message:
    message === nested
      ? 'The next line is indented as if it belonged to this value.'
      : 'This line does not stand in the column of its neighbours.',
  expected: 'two spaces for each level',
  fix: 'Align it with the lines around it; a text of several lines stands below ">-".',
});

const own: Readonly<Record<string, Told>> = {
  DUPLICATE_KEY: {
    code: 'duplicate-key',
    message: 'This key stands twice in the same map.',
    expected: 'each key once',
    fix: 'Keep the one that is right and remove the other.',
  },
  MULTIPLE_DOCS: {
    code: 'several-documents',
    message: 'The file holds more than one YAML document.',
    expected: 'one document a file',
    fix: 'Remove the line "---" and what follows it, or give it a file of its own.',
  },
  TAG_RESOLVE_FAILED: tagTold,
  BAD_INDENT: indentTold(''),
  BAD_DIRECTIVE: directiveTold,
  BLOCK_IN_FLOW: {
    code: 'yaml',
    message: 'Inside brackets, entries stand apart by commas.',
    expected: '[one, other] or { key: value, other: value }',
    fix: 'Add the comma that is missing.',
  },
  BAD_SCALAR_START: {
    code: 'yaml',
    message: 'A bare value cannot start with this sign.',
    expected: 'a letter, a digit or a quote',
    fix: 'Put the value in quotes.',
  },
};

const ownByMessage: Readonly<Record<string, Told>> = {
  [nested]: {
    code: 'yaml',
    message: 'A colon and a space stand inside this bare value.',
    expected: 'one key and one value a line',
    fix: 'Put the value in quotes.',
  },
  'Implicit map keys need to be followed by map values': {
    code: 'yaml',
    message: 'This line has no key with a colon.',
    expected: 'a line of the form "key: value"',
    fix: 'Add the colon; or indent the line, if it belongs to the value above.',
  },
};

const parserTold = (message: string): Told => ({
  code: 'yaml',
  message: `This is not YAML: ${message.replace(/\.?$/, '.')}`,
  fix: 'Check quotes, colons and indentation on this line and the one above it.',
});

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

/** The parser misses an end where it gave up, often lines below; what has no end is what to mend. */
function unclosedProblem(
  file: TextFile,
  document: Document.Parsed,
  at: number,
): Problem | undefined {
  let start: number | undefined;
  visit(document, (_, node) => {
    if (!isNode(node) || !node.range || node.range[0] >= at) return;
    const [from, to] = node.range;
    const end = closing[file.text[from] ?? ''];
    if (end !== undefined && (to - from < 2 || file.text[to - 1] !== end)) start = from;
  });
  if (start === undefined) return undefined;
  const sign = file.text[start] ?? '';
  return problemAtRange(file, [start, start + 1], {
    code: 'yaml',
    message: `What ${sign} opens here is not closed.`,
    expected: `${closing[sign]} at its end, further in than the key that it belongs to`,
    fix: `Add ${closing[sign]} where it ends.`,
  });
}

function wordAt({ text }: TextFile, start: number): Place {
  const word = /^(?:"[^"]*"|'[^']*'|[^\s:,{}]+)/.exec(text.slice(start))?.[0] ?? '';
  return [start, start + word.length];
}
