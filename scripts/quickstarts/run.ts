import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '../../src/catalog/quickstarts/protocol.ts';
import { environmentBefore, environmentOf } from './environment.ts';
import { newSaid, outcomeFaults } from './outcome.ts';
import type { BodyCheck } from './schemas/body-checks.ts';
import type { Failure, Snippet } from './snippet.ts';
import type { Certificates } from './stub/certificate.ts';
import { expectationOf, recording } from './stub/expectation.ts';
import { playProvider } from './stub/provider.ts';
import { type Done, type WarmPython, warmPython } from './warm-python.ts';

/** What every run of a snippet needs; made once. */
export interface Bench {
  /** A folder with one folder for each run below it, and the authority's certificate. */
  readonly folder: string;
  readonly certificates: Certificates;
  readonly checkOf: (type: string) => BodyCheck;
  /** An interpreter with the official SDKs, for what is in Python. */
  readonly python?: WarmPython;
}

const fileNames: Readonly<Record<Language, string>> = {
  curl: 'quickstart.sh',
  python: 'quickstart.py',
  typescript: 'quickstart.ts',
};

// The slowest, a Python SDK on a busy machine, takes a few seconds; what hangs should be told.
const longestRun = 60_000;

/** Makes the folder that runs take place in. The caller removes it. */
export async function benchFolder(certificates: Certificates): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'quickstarts-'));
  await writeFile(join(folder, 'authority.pem'), certificates.authority);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  // The reader has installed the SDK; here it stands where a module looks for it.
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

/**
 * Runs a snippet as the page shows it, with nothing set but environment variables, against a provider
 * that is played. Tells all that went wrong, or nothing.
 */
export async function runSnippet(snippet: Snippet, bench: Bench): Promise<Failure | undefined> {
  const expected = expectationOf(snippet);
  const said = newSaid();
  const check = bench.checkOf(expected.bodyType);
  const provider = await playProvider(expected, {
    certificates: bench.certificates,
    said,
    check,
  });
  const folder = await mkdtemp(join(bench.folder, 'run-'));
  try {
    const file = join(folder, fileNames[snippet.language]);
    await writeFile(file, snippet.code);
    await mkdir(join(folder, 'home'));
    if (expected.isForm) await writeFile(join(folder, recording.name), recording.content);
    const done = await runProgram(snippet, file, bench, {
      ...environmentOf(snippet, provider, bench.folder),
      HOME: join(folder, 'home'),
      ...expected.environment,
    });
    const faults = [...provider.faults(), ...outcomeFaults(done, snippet, said, folder)];
    if (faults.length === 0) return undefined;
    const sent = provider.sent();
    return { snippet, step: 'run', faults, ...(sent && { sent }) };
  } finally {
    provider.close();
    await rm(folder, { recursive: true });
  }
}

/** An interpreter for snippets of one SDK, which is read once for them all. The caller closes it. */
export const snippetPython = (interpreter: string, { folder }: Pick<Bench, 'folder'>): WarmPython =>
  warmPython(interpreter, environmentBefore(folder), longestRun);

/** @throws for a snippet in Python where the bench has none. */
function runProgram(
  { language }: Snippet,
  file: string,
  { python }: Bench,
  env: NodeJS.ProcessEnv,
): Promise<Done> {
  if (language === 'python') {
    if (!python) throw new Error(`${file} needs a Python to be run by.`);
    return python.run(file, env);
  }
  const program = language === 'curl' ? 'bash' : process.execPath;
  return new Promise((done, fail) => {
    const child = spawn(program, [file], {
      env,
      cwd: dirname(file),
      timeout: longestRun,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, complaint] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', fail);
    child.on('close', (status) => done({ status, output, complaint }));
  });
}
