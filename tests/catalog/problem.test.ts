import { describe, expect, test } from 'vitest';
import {
  ContentError,
  type Problem,
  problemAnnotation,
  problemText,
} from '../../src/catalog/problem.ts';
import { aModel, catalogOf, problemsIn } from './content-folder.ts';

const aProblem = (facts: Partial<Problem> = {}): Problem => ({
  code: 'wrong-date',
  file: 'content/models/sirius-1.yaml',
  line: 4,
  column: 14,
  length: 10,
  excerpt: 'releaseDate: 2026-02-31',
  message: 'There is no such day.',
  ...facts,
});

/** What stands above the carets of a problem. */
function underlined(problem: Problem): string {
  const [, , excerpt = '', carets = ''] = problemText(problem).split('\n');
  return excerpt.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1);
}

/** A line of this many characters with one word of it at a column, and the problem at that word. */
const atColumn = (column: number, width: number, word = '2026-02-31'): Problem =>
  aProblem({
    column,
    length: word.length,
    excerpt: `${'.'.repeat(column - 1)}${word}`.padEnd(width, '.'),
  });

describe('a problem for a person', () => {
  test('it says what, where, what was expected, what was found and what to do', () => {
    const problem = aProblem({ expected: 'a day', found: '2026-02-31', fix: 'Mend it.' });
    expect(problemText(problem)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:4:14  wrong-date
        There is no such day.
          4 | releaseDate: 2026-02-31
            |              ^^^^^^^^^^
        expected: a day
        found: 2026-02-31
        to do: Mend it."
    `);
  });

  test('a problem without a line has no caret', () => {
    expect(problemText(aProblem({ excerpt: undefined }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:4:14  wrong-date
        There is no such day."
    `);
  });

  test.each([
    [1, 10],
    [1, 100],
    [20, 100],
    [91, 100],
    [1, 101],
    [19, 101],
    [20, 101],
    [21, 101],
    [92, 101],
    [120, 400],
    [250, 400],
    [391, 400],
    [500, 900],
  ])('the carets at column %i of %i stand under the word', (column, width) => {
    expect(underlined(atColumn(column, width))).toBe('2026-02-31');
  });

  test('a long line is cut to 100 characters around the fault', () => {
    expect(problemText(atColumn(250, 400))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:4:250  wrong-date
        There is no such day.
          4 | …...................2026-02-31.......................................................................…
            |                     ^^^^^^^^^^"
    `);
  });

  test.each([
    [50, 100, false, false],
    [50, 101, true, false],
    [50, 400, true, true],
    [92, 101, true, false],
    [391, 400, true, false],
    [1, 400, false, true],
  ])(
    'a fault at column %i of %i: cut before it %s, cut after it %s',
    (column, width, before, after) => {
      const [, , excerpt = ''] = problemText(atColumn(column, width)).split('\n');
      expect([excerpt.startsWith('    4 | …'), excerpt.endsWith('…')]).toEqual([before, after]);
    },
  );

  test('carets end where the shown line ends', () => {
    const problem = aProblem({ column: 60, length: 300, excerpt: 'x'.repeat(400) });
    const [, , excerpt = '', carets = ''] = problemText(problem).split('\n');
    expect(carets.length).toBe(excerpt.length - '…'.length);
  });

  test('a caret may stand behind the last character', () => {
    expect(problemText(aProblem({ excerpt: 'releaseDate: ', length: 1 }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:4:14  wrong-date
        There is no such day.
          4 | releaseDate:
            |              ^"
    `);
  });

  test('a fault far into a line of a file is underlined there', async () => {
    const offers = `[${'{ provider: cloud-nine, id: sirius-1, source: https://cloud-nine.example.com, checked: 2026-02-01 }, '.repeat(2)}{ provider: cloud-ten, id: sirius-1, source: https://cloud-nine.example.com, checked: 2026-02-01 }]`;
    const problems = await problemsIn({ 'models/sirius-1.yaml': aModel({ offers }) });
    expect(problems.map(underlined)).toContain('cloud-ten');
  });

  test('no control character of a file reaches the terminal', () => {
    const problem = aProblem({
      file: 'content/models/a\n::error::b.yaml',
      message: '"\u001B[31m" is no day.',
      found: '\u202E\n::warning::x',
      excerpt: 'releaseDate: \u0007\u009B31m',
    });
    expect(problemText(problem)).toMatchInlineSnapshot(`
      "content/models/a�::error::b.yaml:4:14  wrong-date
        "�[31m" is no day.
          4 | releaseDate: ��31m
            |              ^^^^^
        found: ��::warning::x"
    `);
  });
});

describe('a problem as a workflow command of GitHub', () => {
  test('it names file, line and column, and tells the fault in one line', () => {
    const problem = aProblem({ expected: 'a day', fix: 'Mend it.' });
    expect(problemAnnotation(problem)).toMatchInlineSnapshot(
      `"::error file=content/models/sirius-1.yaml,line=4,col=14::There is no such day. Expected: a day. Mend it."`,
    );
  });

  test('percent signs and line breaks of the message are escaped', () => {
    const problem = aProblem({ message: '100% of\r\nthe lines: all, of them' });
    expect(problemAnnotation(problem)).toMatchInlineSnapshot(
      `"::error file=content/models/sirius-1.yaml,line=4,col=14::100%25 of%0D%0Athe lines: all, of them"`,
    );
  });

  test('percent signs, line breaks, colons and commas of the file name are escaped', () => {
    const problem = aProblem({ file: 'content/models/a:b,c%d\ne.yaml' });
    expect(problemAnnotation(problem)).toMatchInlineSnapshot(
      `"::error file=content/models/a%3Ab%2Cc%25d%0Ae.yaml,line=4,col=14::There is no such day."`,
    );
  });
});

describe('content that cannot become a catalog', () => {
  const load = (files: Readonly<Record<string, string>>) => catalogOf(files);

  test('one fault is told in the singular', async () => {
    const loading = load({ 'models/sirius-1.yaml': aModel({ releaseDate: '2026-02-31' }) });
    await expect(loading).rejects.toThrow(/^The content has 1 fault:\n\n\S+:4:14 {2}wrong-date\n/);
  });

  test('the error holds every fault for programs', async () => {
    const loading = load({ 'models/sirius-1.yaml': aModel({ releaseDate: 'x', stage: 'y' }) });
    const error = await loading.catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ContentError);
    expect(error).toMatchObject({
      code: 'content-faults',
      problems: [{ code: 'wrong-date' }, { code: 'unknown-value' }],
    });
  });
});
