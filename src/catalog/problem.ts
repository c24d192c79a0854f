/** One fault in the content, told so that its author can mend it without asking. */
export interface Problem {
  /** What kind of fault: stable, for programs. */
  readonly code: string;
  /** Path as it is opened from the working directory. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in characters. */
  readonly column: number;
  /** How many characters the caret underlines, at least 1. */
  readonly length: number;
  /** The line itself; absent where the file could not be read as text. */
  readonly excerpt?: string;
  /** One whole sentence. */
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  /** What to do about it. */
  readonly fix?: string;
}

/** The content cannot become a catalog; `problems` holds every fault of the run. */
export class ContentError extends Error {
  readonly code = 'content-faults';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `The content has ${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}:\n\n${problems.map(problemText).join('\n\n')}`,
    );
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** A problem of a file as a whole, told at its first character. */
export function wholeFileProblem(
  path: string,
  code: string,
  told: Pick<Problem, 'message' | 'expected' | 'fix'>,
): Problem {
  return { code, file: path, line: 1, column: 1, length: 1, ...told };
}

/** A problem for a person: place, sentence, the line with a caret, expected, found, what to do. */
export function problemText(problem: Problem): string {
  const { file, line, column, code, message, expected, found, fix } = problem;
  const told = [
    ['expected', expected],
    ['found', found],
    ['to do', fix],
  ].flatMap(([label, text]) => (text ? [`  ${label}: ${text}`] : []));
  return [`${file}:${line}:${column}  ${code}`, `  ${message}`, ...excerptLines(problem), ...told]
    .map(harmless)
    .join('\n');
}

// What a file holds is quoted in terminals and logs, where control characters act.
const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => '\uFFFD'.repeat(character.length));

// Wider lines push the caret off a terminal; the part around the fault is what matters.
const excerptWidth = 100;

function excerptLines({ excerpt, line, column, length }: Problem): readonly string[] {
  if (excerpt === undefined) return [];
  const start = Math.max(0, Math.min(column - 20, excerpt.length - excerptWidth));
  const shown = excerpt.slice(start, start + excerptWidth);
  const gutter = `${line} | `;
  const lead = start > 0 ? '…' : '';
  const caret =
    ' '.repeat(column - 1 - start + lead.length) +
    '^'.repeat(Math.max(1, Math.min(length, shown.length - (column - 1 - start))));
  return [
    `    ${gutter}${lead}${shown}${start + excerptWidth < excerpt.length ? '…' : ''}`.trimEnd(),
    `    ${' '.repeat(gutter.length - 2)}| ${caret}`,
  ];
}

/**
 * A problem as a GitHub workflow command, which shows as an annotation on the line of a pull request.
 *
 * @see https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts for what is escaped
 */
export function problemAnnotation({ file, line, column, message, expected, fix }: Problem): string {
  const detail = [message, expected && `Expected: ${expected}.`, fix].filter(Boolean).join(' ');
  const name = escaped(file).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::error file=${name},line=${line},col=${column}::${escaped(detail)}`;
}

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
