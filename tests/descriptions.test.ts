import { expect, test } from 'vitest';
import type { CatalogDocument } from '../src/shapes/catalog-document.ts';
import { builtJson } from './shapes/built-files.ts';

interface Described {
  /** What it describes, `models/gpt-4o`. */
  readonly of: string;
  readonly text: string;
}

const { data: catalog } = builtJson<{ data: CatalogDocument }>('realSite', 'catalog.json');

const descriptions: readonly Described[] = [
  ...catalog.models.map(({ slug, description }) => ({ of: `models/${slug}`, text: description })),
  ...(['providers', 'benchmarks', 'datasets', 'sources'] as const).flatMap((kind) =>
    catalog[kind].map(({ id, description }) => ({ of: `${kind}/${id}`, text: description })),
  ),
  ...catalog.news.map(({ id, text }) => ({ of: `news/${id}`, text })),
];

test('no two descriptions share a run of eight words', () => {
  expect(sharedRuns(descriptions)).toEqual([]);
});

test.each([
  ['the same text', 'One two three four five six seven eight.'],
  ['other signs and capitals', '“ONE, two: three; four (five) six – seven… eight”'],
  ['other words around it', 'First one two three four five six seven eight and more.'],
])('a run that is shared in %s is found', (_, text) => {
  const one = { of: 'models/a', text: 'Zero one two three four five six seven eight nine.' };
  expect(sharedRuns([one, { of: 'models/b', text }])).toEqual([
    'models/b has "one two three four five six seven eight" of models/a',
  ]);
});

const praise =
  /\b(powerful|state[- ]of[- ]the[- ]art|sota|cutting[- ]edge|best[- ]in[- ]class|revolutionary|impressive|world[- ]class|industry[- ]leading|seamless(ly)?|groundbreaking|unparalleled)\b/i;

test('no description praises', () => {
  expect(descriptions.filter(({ text }) => praise.test(text))).toEqual([]);
});

test.each(['A powerful model', 'State-of-the-art scores', 'works seamlessly', 'Best in class'])(
  '"%s" would be found',
  (text) => {
    expect(text).toMatch(praise);
  },
);

/** Each run of eight words that stands in two texts, whatever their signs and capitals. */
function sharedRuns(texts: readonly Described[]): readonly string[] {
  const length = 8;
  const owners = new Map<string, string>();
  return texts.flatMap(({ of, text }) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const starts = words.slice(0, Math.max(0, words.length - length + 1));
    return starts.flatMap((_, start) => {
      const run = words.slice(start, start + length).join(' ');
      const owner = owners.get(run) ?? of;
      owners.set(run, owner);
      return owner === of ? [] : [`${of} has "${run}" of ${owner}`];
    });
  });
}
