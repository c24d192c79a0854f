import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseFailures } from './parse.ts';
import type { Python } from './python.ts';
import { type Bench, benchFolder, runSnippet } from './run.ts';
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
  const bench: Bench = {
    folder,
    certificates,
    checkOf,
    ...(python.runner !== undefined && { python: python.runner }),
  };
  const waiting = snippets.filter(
    ({ language }) => language !== 'python' || python.runner !== undefined,
  );
  const all = waiting.length;
  const failures: Failure[] = [...still];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let snippet = waiting.shift(); snippet; snippet = waiting.shift()) {
      const failure = await runSnippet(snippet, bench);
      if (failure) failures.push(failure);
      done += 1;
      onProgress?.(done, all);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return failures;
}
