import { spawn } from 'node:child_process';
import ts from 'typescript';
import type { Failure, Snippet } from './snippet.ts';

/** Tells of every snippet that its language's own parser refuses. Python is left out where there is none. */
export async function parseFailures(
  snippets: readonly Snippet[],
  python: string | undefined,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const snippet of snippets) {
    const fault = await parseFault(snippet, python);
    if (fault) failures.push({ snippet, step: 'parse', faults: [fault] });
  }
  return failures;
}

async function parseFault(
  { language, code }: Snippet,
  python: string | undefined,
): Promise<string | undefined> {
  if (language === 'typescript') return typescriptFault(code);
  if (language === 'curl') return complaint('bash', ['-n'], code);
  if (python === undefined) return undefined;
  return complaint(python, ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], code);
}

function typescriptFault(code: string): string | undefined {
  const { diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  const [first] = diagnostics;
  return first && ts.flattenDiagnosticMessageText(first.messageText, ' ');
}

/** What a program says of a text on its standard input, if it does not like it. */
function complaint(
  program: string,
  args: readonly string[],
  text: string,
): Promise<string | undefined> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.on('error', fail);
    child.on('close', (status) => {
      done(status === 0 ? undefined : told.trim().split('\n').slice(-4).join('\n'));
    });
    child.stdin.end(text);
  });
}
