import { extname } from 'node:path';
import matter from 'gray-matter';
import { fileText, type Parsed, parseFile, parseYaml, type RawFile } from './parse.ts';
import { type Problem, wholeFileProblem } from './problem.ts';

const fence = '---';

/** Parses a file of words as what its name says: Markdown with front matter, or YAML. */
export const parseText = (raw: RawFile): Parsed =>
  extname(raw.path) === '.md' ? parseNotice(raw) : parseFile(raw);

/** Parses a Markdown file with front matter: the front matter as YAML 1.2, the rest as its body. */
function parseNotice(raw: RawFile): Parsed {
  const { path } = raw;
  const text = fileText(raw);
  if (typeof text !== 'string') return text;
  // gray-matter takes a word after the fence for a language, and runs what is said to be JavaScript.
  if (!/^---\r?\n/.test(text)) return [fenceProblem(path, 'The file does not start with "---".')];
  // Blanks in place of the fence keep every position what it is in the file.
  const yaml = (front: string) => parseYaml(path, `${' '.repeat(fence.length)}${front}\n`);
  const { data, matter: front, content } = matter(text, { engines: { yaml } });
  if (!/^\n---\r?(?:\n|$)/.test(text.slice(fence.length + front.length))) {
    return [fenceProblem(path, 'The front matter does not end with a line "---".')];
  }
  // What is empty, or a comment, is not handed to the engine.
  const parsed = front.replace(/^\s*#[^\n]+/gm, '').trim() ? (data as Parsed) : parseYaml(path, '');
  if (!('value' in parsed)) return parsed;
  const body = { text: content, start: text.length - content.length };
  return { ...parsed, text, body };
}

const fenceProblem = (path: string, message: string): Problem =>
  wholeFileProblem(path, 'no-front-matter', {
    message,
    expected: `"${fence}", lines of the form "key: value", "${fence}", then the text`,
    fix: 'See CONTRIBUTING.md for a complete notice.',
  });
