import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseFailures } from './parse.ts';
import type { Python } from './python.ts';
import { type Bench, benchFolder, runSnippet, snippetPython } from './run.ts';
import { type BodyCheck, bodyChecks } from './schemas/body-checks.ts';
import type { Failure, Snippet } from './snippet.ts';
import { certificatesFor } from './stub/certificate.ts';
import { expectationOf } from './stub/expectation.ts';
import { typeFailures } from './type-check.ts';
import { variableFailure } from './variables.ts';

interface Proving {
  readonly python: Python;
  /** Called as snippets are done with. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Schemas already made, where several sets are proven one after the other. */
  readonly checkOf?: (type: string) => BodyCheck;
}

/**
 * Proves snippets: each is parsed, its variables compared with those that the page names, its TypeScript
 * checked against the official SDK, and then it is run as it stands against a provider that is played.
 *
 * Gives every failure. Python that cannot be run here is passed over; the caller says so.
 */
export async function proveSnippets(
  snippets: readonly Snippet[],
  { python, onProgress, checkOf = bodyChecks() }: Proving,
): Promise<readonly Failure[]> {
  const still = [
    ...(await parseFailures(snippets, python.parser)),
    ...snippets.flatMap((snippet) => variableFailure(snippet) ?? []),
    ...typeFailures(snippets),
  ];
  const hosts = new Set(snippets.map((snippet) => expectationOf(snippet).url.hostname));
  const certificates = await certificatesFor([...hosts]);
  const folder = await benchFolder(certificates);
  const bench: Bench = { folder, certificates, checkOf };
  const inPython = snippets.filter(({ language }) => language === 'python');
  const others = snippets.filter(({ language }) => language !== 'python');
  const all = others.length + (python.runner === undefined ? 0 : inPython.length);
  const failures: Failure[] = [...still];
  let done = 0;
  const prove = async (snippet: Snippet, own: Bench): Promise<void> => {
    const failure = await runSnippet(snippet, own);
    if (failure) failures.push(failure);
    done += 1;
    onProgress?.(done, all);
  };
  const work = async (): Promise<void> => {
    for (let snippet = others.shift(); snippet; snippet = others.shift()) {
      await prove(snippet, bench);
    }
  };
  const workInPython = async (interpreter: string): Promise<void> => {
    const bySdk = Map.groupBy(inPython, ({ call }) => call.protocol.sdks.python.package);
    for (const own of bySdk.values()) {
      const warm = snippetPython(interpreter, bench);
      for (const snippet of own) await prove(snippet, { ...bench, python: warm });
      warm.close();
    }
  };
  try {
    await Promise.all([
      ...Array.from({ length: Math.max(2, availableParallelism()) }, work),
      ...(python.runner === undefined ? [] : [workInPython(python.runner)]),
    ]);
  } finally {
    // What still runs after a failure of ours may write there yet.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return failures;
}
