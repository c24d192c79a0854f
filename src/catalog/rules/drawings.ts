import type { Problem } from '../problem.ts';
import { wholeFileProblem } from '../problem.ts';
import type { ReadContent } from '../read.ts';

// A monogram is inlined in pages, so only what draws lines and shapes is let in; everything else
// (script, style, links, text, event attributes) is refused by not being on this list.
const shapes = 'svg|g|path|circle|ellipse|rect|line|polyline|polygon';
const attributes =
  'viewBox|d|points|cx|cy|r|rx|ry|x|y|x1|y1|x2|y2|width|height|fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|fill-rule|transform';
// No colon or slash, and no url(): a paint can be loaded from elsewhere.
const attribute = `(?:${attributes})="(?![^"]*[uU][rR][lL])[-\\w\\s.,#()%]*"`;
const allowedTag = new RegExp(
  `^</?(?:${shapes})(?:\\s+(?:xmlns="http://www\\.w3\\.org/2000/svg"|${attribute}))*\\s*/?>$`,
);

// Drawn by hand on a 24-unit grid, a monogram takes a few hundred bytes.
const longestDrawing = 4096;

/** Monograms hold shapes and nothing that runs, links or loads. */
export function drawingProblems({ drawings, names }: ReadContent): readonly Problem[] {
  return [...drawings].flatMap(([id, { path, bytes }]) => {
    if (!names.providers.has(id)) {
      return [
        wholeFileProblem(path, 'no-such-provider', {
          message: `There is no provider "${id}" that this drawing could belong to.`,
          expected: `a file ${id}.yaml beside it`,
          fix: 'Rename the drawing after its provider, or remove it.',
        }),
      ];
    }
    if (bytes.length > longestDrawing) {
      return [
        wholeFileProblem(path, 'too-long', {
          message: `The drawing has ${bytes.length} bytes.`,
          expected: `at most ${longestDrawing} bytes`,
          fix: 'Simplify its shapes.',
        }),
      ];
    }
    return drawingFault(path, bytes.toString('utf8'));
  });
}

interface Piece {
  readonly index: number;
  readonly text: string;
}

function drawingFault(path: string, svg: string): readonly Problem[] {
  const tags = [...svg.matchAll(/<[^>]*>?/g)].map(({ 0: text, index }) => ({ text, index }));
  const culprit = tags.find(({ text }) => !allowedTag.test(text)) ?? strayText(svg);
  if (culprit) {
    const isScript = /<script|\son\w+=|javascript:/i.test(culprit.text);
    return [
      drawingProblem(path, svg, culprit, {
        code: isScript ? 'script-in-drawing' : 'unsafe-drawing',
        message: isScript
          ? 'The drawing holds a script.'
          : 'The drawing holds something other than plain shapes.',
        expected: `an SVG of ${shapes.replaceAll('|', ', ')} with drawing attributes only`,
        fix: 'Draw it again with shapes alone: no script, style, text, link or image.',
      }),
    ];
  }
  if (isOneElement(tags)) return [];
  return [
    drawingProblem(path, svg, tags[0] ?? { index: 0, text: '' }, {
      code: 'broken-drawing',
      message: 'The drawing is not one whole svg element.',
      expected: 'one <svg> that encloses the rest, each element closed',
      fix: 'Close what is open; open what is closed.',
    }),
  ];
}

function strayText(svg: string): Piece | undefined {
  const betweenTags = svg.replace(/<[^>]*>/g, (tag) => ' '.repeat(tag.length));
  const found = /\S+/.exec(betweenTags);
  return found ? { index: found.index, text: found[0] } : undefined;
}

function drawingProblem(
  path: string,
  svg: string,
  { index, text }: Piece,
  told: Pick<Problem, 'code' | 'message' | 'expected' | 'fix'>,
): Problem {
  const before = svg.slice(0, index).split('\n');
  return {
    ...told,
    file: path,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    length: text.split('\n')[0]?.length || 1,
    excerpt: svg.split('\n')[before.length - 1]?.replace(/\r$/, ''),
  };
}

// It is inlined in pages: an element left open would swallow what follows it.
function isOneElement(tags: readonly Piece[]): boolean {
  const open: string[] = [];
  for (const [index, { text: tag }] of tags.entries()) {
    const name = /\w+/.exec(tag)?.[0] ?? '';
    const isFirst = index === 0;
    if (isFirst ? name !== 'svg' : open.length === 0) return false;
    if (tag.startsWith('</')) {
      if (open.pop() !== name) return false;
    } else if (!tag.endsWith('/>')) open.push(name);
    else if (isFirst) return false;
  }
  return tags.length > 0 && open.length === 0;
}
