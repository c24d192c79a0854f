import type { Problem } from '../problem.ts';
import { wholeFileProblem } from '../problem.ts';
import type { ReadContent } from '../read.ts';

// A monogram is inlined in pages, so only what draws lines and shapes is let in; everything else
// (script, style, links, text, event attributes) is refused by not being on this list.
const shapes = 'svg|g|path|circle|ellipse|rect|line|polyline|polygon';
const attributes =
  'xmlns|viewBox|d|points|cx|cy|r|rx|ry|x|y|x1|y1|x2|y2|width|height|fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|fill-rule|transform';
const allowedTag = new RegExp(
  `^</?(?:${shapes})(?:\\s+(?:${attributes})="[-\\w\\s.,#()/:]*")*\\s*/?>$`,
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

function drawingFault(path: string, svg: string): readonly Problem[] {
  const tags = svg.match(/<[^>]*>?/g) ?? [];
  const refused = tags.find((tag) => !allowedTag.test(tag));
  const stray = svg.replace(/<[^>]*>/g, '').trim();
  if (!refused && !stray && svg.startsWith('<svg ') && svg.trimEnd().endsWith('</svg>')) return [];
  const at = refused ? svg.indexOf(refused) : Math.max(0, svg.indexOf(stray));
  const before = svg.slice(0, at).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const isScript = /<script|\son\w+=|javascript:/i.test(refused ?? stray);
  return [
    {
      code: isScript ? 'script-in-drawing' : 'unsafe-drawing',
      file: path,
      line,
      column,
      length: (refused ?? stray).split('\n')[0]?.length || 1,
      excerpt: svg.split('\n')[line - 1],
      message: isScript
        ? 'The drawing holds a script.'
        : 'The drawing holds something other than plain shapes.',
      expected: `an SVG of ${shapes.replaceAll('|', ', ')} with drawing attributes only`,
      fix: 'Draw it again with shapes alone: no script, style, text, link or image.',
    },
  ];
}
