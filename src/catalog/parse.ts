import { type Document, isMap, parseDocument, visit } from 'yaml';
import { plainYamlProblems } from './plain-yaml.ts';
import { type Problem, wholeFileProblem } from './problem.ts';
import { problemAtRange, type SourceFile, type TextFile } from './source-file.ts';
import { oddCharacter, oddCharacterTold, valueFaults } from './value-faults.ts';
import { yamlProblems } from './yaml-faults.ts';
import { yaml12 } from './yaml-options.ts';

/** The bytes of one file of a content folder. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Buffer;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What a file holds, or why it cannot be read. */
export type Parsed = SourceFile | readonly Problem[];

/** Parses the bytes of a YAML 1.2 file, or tells why it cannot. */
export function parseFile(raw: RawFile): Parsed {
  const text = fileText(raw);
  return typeof text === 'string' ? parseYaml(raw.path, text) : text;
}

/** The text of a file, or what no text of this catalog may hold. */
export function fileText({ path, bytes }: RawFile): string | readonly Problem[] {
  const text = decoded(bytes);
  if (text === undefined) {
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
  const problem = textProblem(path, text);
  return problem ? [problem] : text;
}

/** Parses a text as YAML 1.2; the path is told with its faults. */
export function parseYaml(path: string, text: string): Parsed {
  const document = parseDocument(text, { ...yaml12, prettyErrors: false });
  const file = { path, text };
  const problems =
    [yamlProblems, plainYamlProblems, emptyProblems]
      .map((problemsOf) => problemsOf(file, document))
      .find(({ length }) => length > 0) ?? [];
  if (problems.length > 0) return problems;
  trimBlocks(document);
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return { ...file, yaml: text, value, faults: valueFaults(document) };
}

/** The bytes as text, if they are UTF-8. UTF-16 of Latin letters would be too, with a null byte beside each. */
export function decoded(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function textProblem(path: string, text: string): Problem | undefined {
  const told = (start: number, length: number, fault: Parameters<typeof problemAtRange>[2]) =>
    problemAtRange({ path, text }, [start, start + length], fault);
  const tab = text.indexOf('\t');
  if (tab >= 0) {
    return told(tab, 1, {
      code: 'tab',
      message: 'The file holds a tab.',
      expected: 'spaces, two for each level',
      fix: 'Replace the tab by spaces.',
    });
  }
  const odd = oddCharacter.exec(text);
  return odd ? told(odd.index, odd[0].length, oddCharacterTold(odd[0])) : undefined;
}

function emptyProblems(file: TextFile, { contents }: Document.Parsed): readonly Problem[] {
  if (isMap(contents)) return [];
  return [
    wholeFileProblem(file.path, 'not-a-map', {
      message: file.text.trim() ? 'The file does not start with keys.' : 'The file is empty.',
      expected: 'lines of the form "key: value"',
      fix: 'See CONTRIBUTING.md for a complete annotated file.',
    }),
  ];
}

// The line break that ends a block belongs to the file, not to the text: ">" reads as ">-".
function trimBlocks(document: Document.Parsed): void {
  visit(document, {
    Scalar(_, node) {
      const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
      if (isBlock && typeof node.value === 'string') node.value = node.value.replace(/\n+$/, '');
    },
  });
}
