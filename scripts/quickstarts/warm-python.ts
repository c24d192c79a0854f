import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** How a program ended. */
export interface Done {
  /** None where a signal ended it. */
  readonly status: number | null;
  readonly output: string;
  readonly complaint: string;
}

/** A Python that runs one file after the other, each in a process of its own. */
export interface WarmPython {
  /** Runs a file in its folder with these variables and no others. One at a time. */
  run(file: string, environment: NodeJS.ProcessEnv): Promise<Done>;
  close(): void;
}

/**
 * Starts an interpreter whose forks run the files: an SDK takes a second to read and a tenth of it to use,
 * so it is read once for all files that use it.
 *
 * @param environment what modules see that look at it while they are read
 * @param longestRun milliseconds after which a file is ended
 */
export function warmPython(
  interpreter: string,
  environment: NodeJS.ProcessEnv,
  longestRun: number,
): WarmPython {
  const child = spawn(interpreter, [join(import.meta.dirname, 'python-forks.py')], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const statuses = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    run: async (file, own) => {
      const folder = dirname(file);
      const job = { file, folder, environment: own, seconds: longestRun / 1000 };
      child.stdin.write(`${JSON.stringify(job)}\n`);
      const { value, done } = await statuses.next();
      if (done) throw new Error(`The interpreter that forks ended, ${endOf(child)}, at ${file}.`);
      const [output, complaint] = await Promise.all(
        ['stdout', 'stderr'].map((name) => readFile(join(folder, name), 'utf8')),
      );
      return { status: Number(value), output: output ?? '', complaint: complaint ?? '' };
    },
    close: () => child.stdin.end(),
  };
}

const endOf = ({ exitCode, signalCode }: ChildProcess): string =>
  signalCode ?? `status ${exitCode}`;
