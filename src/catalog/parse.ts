import { isAlias, isMap, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { type Problem, wholeFileProblem } from './problem.ts';
import { problemAtRange, type SourceFile } from './source-file.ts';

/** The bytes of one file of a content folder. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Buffer;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Parses the bytes of a YAML 1.2 file with the position of everything in it, or tells why it cannot. */
export function parseFile({ path, bytes }: RawFile): SourceFile | Problem[] {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return [
      wholeFileProblem(path, 'not-utf-8', {
        message: 'The file is not UTF-8 text.',
        expected: 'UTF-8 without a byte-order mark',
        fix: 'Save it again as UTF-8.',
      }),
    ];
  }
  if (text.startsWith('\uFEFF')) {
    return [
      wholeFileProblem(path, 'byte-order-mark', {
        message: 'The file starts with a byte-order mark.',
        expected: 'UTF-8 without a byte-order mark',
        fix: 'Save it as "UTF-8", not "UTF-8 with BOM".',
      }),
    ];
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter,
    prettyErrors: false,
  });
  const file = { path, text, lineCounter };
  const tab = text.indexOf('\t');
  if (tab >= 0) {
    return [
      problemAtRange(file, [tab, tab + 1], {
        code: 'tab',
        message: 'The file holds a tab.',
        expected: 'spaces, two for each level',
        fix: 'Replace the tab by spaces.',
      }),
    ];
  }
  const faults = [
    ...document.errors.map((error) =>
      problemAtRange(file, [error.pos[0], error.pos[1]], yamlFault(error.code, error.message)),
    ),
    ...document.warnings.map((warning) =>
      problemAtRange(
        file,
        [warning.pos[0], warning.pos[1]],
        yamlFault(warning.code, warning.message),
      ),
    ),
  ];
  if (faults.length > 0) return faults;
  const anchored = anchorRange(document);
  if (anchored) {
    return [
      problemAtRange(file, anchored, {
        code: 'anchor',
        message:
          'YAML anchors and aliases are not used here: they can grow without bound and hide what a file says.',
        expected: 'each value written out',
        fix: 'Write the value where it is needed.',
      }),
    ];
  }
  if (!isMap(document.contents)) {
    return [
      problemAtRange(file, [0, 1], {
        code: 'not-a-map',
        message: 'The file is empty or does not start with keys.',
        expected: 'lines of the form "key: value"',
        fix: 'See CONTRIBUTING.md for a complete annotated file.',
      }),
    ];
  }
  return { ...file, document, value: document.toJS({ maxAliasCount: 0 }) };
}

function anchorRange(document: SourceFile['document']): readonly [number, number] | undefined {
  let found: readonly [number, number] | undefined;
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && !(isNode(node) && 'anchor' in node && node.anchor)) return undefined;
      found = [node.range?.[0] ?? 0, node.range?.[1] ?? 1];
      return visit.BREAK;
    },
  });
  return found;
}

/** The parser's fault in this catalog's words; a rarer one keeps the parser's sentence. */
function yamlFault(
  parserCode: string,
  parserMessage: string,
): Pick<Problem, 'code' | 'message' | 'expected' | 'fix'> {
  if (parserCode === 'DUPLICATE_KEY') {
    return {
      code: 'duplicate-key',
      message: 'This key stands twice in the same map.',
      expected: 'each key once',
      fix: 'Keep the one that is right and remove the other.',
    };
  }
  if (parserCode === 'MULTIPLE_DOCS') {
    return {
      code: 'several-documents',
      message: 'The file holds more than one YAML document.',
      expected: 'one document a file',
      fix: 'Remove the line "---" and what follows it, or give it a file of its own.',
    };
  }
  if (parserCode === 'TAG_RESOLVE_FAILED') {
    return {
      code: 'tag',
      message: 'YAML tags are not used here.',
      expected: 'a plain value',
      fix: 'Remove the word that starts with "!".',
    };
  }
  return {
    code: 'yaml',
    message: `This is not YAML: ${parserMessage.replace(/\.?$/, '.')}`,
    fix: 'Check quotes, colons and indentation on this line and the one above it.',
  };
}
