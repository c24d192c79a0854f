import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Protocol } from '../../src/catalog/quickstarts/protocol.ts';

/** The Python that snippets are parsed and run with. */
export interface Python {
  /** An interpreter that can parse; absent where the machine has none. */
  readonly parser?: string;
  /** An interpreter with the official SDKs; absent where they could not be had. */
  readonly runner?: string;
  /** Why snippets are not run, in a sentence. */
  readonly skipped?: string;
}

const cache = resolve('node_modules/.cache/quickstarts-python');

/** Finds Python, and brings the official SDKs in the versions of the protocols into an environment of their own. */
export async function preparePython(
  protocols: Iterable<Protocol>,
  tell: (sentence: string) => void,
): Promise<Python> {
  const requirements = [
    ...new Set([...protocols].map(({ sdks }) => `${sdks.python.package}==${sdks.python.version}`)),
  ].toSorted();
  if (!(await succeeds('python3', ['-c', 'import ast, venv']))) {
    return { skipped: 'There is no python3 here, so Python was neither parsed nor run.' };
  }
  const parser = 'python3';
  // An environment for each set of versions: the tests' made-up content asks for another than the real.
  const hash = createHash('sha256').update(requirements.join('\n')).digest('hex');
  const folder = join(cache, hash.slice(0, 12));
  const interpreter = join(folder, 'bin/python');
  const stamp = join(folder, 'installed');
  if (existsSync(stamp)) return { parser, runner: interpreter };
  tell(`Installing ${requirements.length} Python SDKs …`);
  await rm(folder, { recursive: true, force: true });
  const isInstalled =
    (await succeeds('python3', ['-m', 'venv', folder])) &&
    (await succeeds(interpreter, ['-m', 'pip', 'install', '--quiet', ...requirements]));
  if (!isInstalled) {
    await rm(folder, { recursive: true, force: true });
    return {
      parser,
      skipped:
        'The Python SDKs could not be installed from the registry, so Python was parsed and not run.',
    };
  }
  // Last, so that an installation cut short is not taken for whole.
  await writeFile(stamp, requirements.join('\n'));
  return { parser, runner: interpreter };
}

const succeeds = (program: string, args: readonly string[]): Promise<boolean> =>
  new Promise((done) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    child.on('error', () => done(false));
    child.on('close', (status) => done(status === 0));
  });
