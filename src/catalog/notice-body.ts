import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import { micromark } from 'micromark';
import type { SourceFile } from './source-file.ts';

const markdownOf = ({ body }: SourceFile): string => body?.text ?? '';

/** The body of a notice as a tree of CommonMark, with offsets from the start of the body. */
export const noticeTree = (file: SourceFile): Root => fromMarkdown(markdownOf(file));

/** The words of a notice without markup; paragraphs stand apart by an empty line. */
export const noticeText = (file: SourceFile): string =>
  noticeTree(file)
    .children.map((paragraph) => plainText(paragraph).replace(/\s+/g, ' '))
    .join('\n\n');

/** The body of a notice as HTML. It is safe in a page: raw HTML comes out as text, and links are of the web. */
export const noticeHtml = (file: SourceFile): string => micromark(markdownOf(file)).trim();
