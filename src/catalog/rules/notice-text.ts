import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Authored } from '../authored.ts';
import { noticeText, noticeTree } from '../notice-body.ts';
import { type Problem, wholeFileProblem } from '../problem.ts';
import { isWebUrl } from '../schema/primitives.ts';
import { problemAtRange, type SourceFile } from '../source-file.ts';

// A notice says what happened and leads to the source, which tells the rest.
const mostParagraphs = 3;
const shortest = 40;
const longest = 1500;

type NodeType = RootContent['type'];

const allowed: readonly NodeType[] = [
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'inlineCode',
  'link',
];

const inWords: Partial<Readonly<Record<NodeType, string>>> = {
  html: 'HTML',
  heading: 'a heading',
  list: 'a list',
  code: 'a block of code',
  blockquote: 'a quotation',
  image: 'a picture',
  break: 'a forced line break',
  thematicBreak: 'a rule',
  definition: 'the definition of a link',
};

/** The body of a notice is one to three plain paragraphs. */
export function noticeTextProblems({ news }: Authored): readonly Problem[] {
  return [...news.values()].flatMap(({ file }) => [
    ...lengthProblems(file),
    ...noticeTree(file).children.flatMap((node) => nodeProblems(file, node)),
  ]);
}

function lengthProblems(file: SourceFile): readonly Problem[] {
  const { length } = noticeText(file);
  const { length: paragraphs } = noticeTree(file).children;
  const told = (code: string, message: string, expected: string, fix: string) => [
    wholeFileProblem(file.path, code, { message, expected, fix }),
  ];
  if (length < shortest) {
    const message = `The text has ${length} characters.`;
    return told('too-small', message, `at least ${shortest}`, 'Say what happened, and to what.');
  }
  if (length > longest || paragraphs > mostParagraphs) {
    const message = `The text has ${length} characters in ${paragraphs} paragraphs.`;
    const expected = `at most ${longest}, in at most ${mostParagraphs} paragraphs`;
    return told('too-large', message, expected, 'Shorten it to what the source does not say.');
  }
  return [];
}

function nodeProblems(file: SourceFile, node: RootContent | PhrasingContent): readonly Problem[] {
  if (!allowed.includes(node.type)) {
    return [
      nodeProblem(file, node, {
        code: 'markup',
        message: `The text holds ${inWords[node.type] ?? node.type}.`,
        expected: 'paragraphs of words, with emphasis, code and links at most',
        fix: 'Say it in words.',
      }),
    ];
  }
  if (node.type === 'link' && (!isWebUrl(node.url) || node.title)) {
    return [
      nodeProblem(file, node, {
        code: 'wrong-url',
        message: `"${node.url}" is not a plain link to the web.`,
        expected: '[words](https://…)',
        fix: 'Write the whole address, without a title.',
      }),
    ];
  }
  return 'children' in node ? node.children.flatMap((child) => nodeProblems(file, child)) : [];
}

function nodeProblem(
  file: SourceFile,
  { position }: Nodes,
  told: Pick<Problem, 'code' | 'message' | 'expected' | 'fix'>,
): Problem {
  const start = file.body?.start ?? 0;
  const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 1];
  return problemAtRange(file, [start + from, start + to], told);
}
