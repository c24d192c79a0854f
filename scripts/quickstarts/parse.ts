import { spawn } from 'node:child_process';
import type { Failure, Snippet } from './snippet.ts';

/**
 * Tells of every snippet that its language's own parser refuses. Python is left out where there is none;
 * TypeScript is parsed where its types are checked.
 */
export async function parseFailures(
  snippets: readonly Snippet[],
  python: string | undefined,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const snippet of snippets.filter(({ language }) => language === 'curl')) {
    const { status, told } = await ended('bash', ['-n'], snippet.code);
    if (status !== 0) failures.push({ snippet, step: 'parse', faults: [lastLines(told)] });
  }
  return python === undefined
    ? failures
    : [...failures, ...(await pythonFailures(snippets, python))];
}

// Answers with a list: for each text null, or what is wrong with it.
const parseAll = `
import ast, json, sys
def fault(code):
    try:
        ast.parse(code)
    except SyntaxError as error:
        return f"line {error.lineno}: {error.msg}"
json.dump([fault(code) for code in json.load(sys.stdin)], sys.stdout)
`;

async function pythonFailures(
  snippets: readonly Snippet[],
  python: string,
): Promise<readonly Failure[]> {
  const written = snippets.filter(({ language }) => language === 'python');
  const codes = JSON.stringify(written.map(({ code }) => code));
  const { status, output, told } = await ended(python, ['-c', parseAll], codes);
  if (status !== 0) throw new Error(`Python could not parse the snippets: ${lastLines(told)}`);
  const faults: readonly (string | null)[] = JSON.parse(output);
  return written.flatMap((snippet, index) => {
    const fault = faults[index];
    return fault ? [{ snippet, step: 'parse' as const, faults: [fault] }] : [];
  });
}

const lastLines = (text: string): string => text.trim().split('\n').slice(-4).join('\n');

interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly told: string;
}

/** How a program ends that is given a text on its standard input. */
function ended(program: string, args: readonly string[], text: string): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(program, args);
    let [output, told] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.on('error', fail);
    child.on('close', (status) => done({ status, output, told }));
    child.stdin.end(text);
  });
}
