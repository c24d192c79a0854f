import { type ChildProcess, spawn } from 'node:child_process';

/** What a command said, and how it ended. */
export interface Ran {
  /** Exit status; null when a signal ended it. */
  readonly status: number | null;
  /** Standard output. */
  readonly output: string;
  /** Standard error. */
  readonly errors: string;
}

/** A command that runs until it is stopped. */
export interface Running {
  /** Where it answers. */
  readonly address: string;
  /** What it has said so far. */
  readonly said: Pick<Ran, 'output' | 'errors'>;
  /** Sends a signal and waits for the exit status. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Where a command runs, with what, and under which settings. */
export interface Command {
  readonly folder: string;
  /** Path of a program for Node and its arguments. */
  readonly words: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

/** Runs a command until it ends. */
export async function runCommand(command: Command): Promise<Ran> {
  const { child, said } = spawned(command);
  return { status: await endOf(child), ...said };
}

/** Runs a command until it tells an address. @throws with what it said when it ends before. */
export async function startCommand(command: Command): Promise<Running> {
  const { child, said } = spawned(command);
  const end = endOf(child);
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const told = /answers on (\S+)/.exec(said.output)?.[1];
      if (told !== undefined) resolve(told);
    });
    end.then((status) => reject(new Error(`It ended with ${status}: ${said.errors}`)), reject);
  });
  const stop = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return end;
  };
  return { address, said, stop };
}

function spawned({ folder, words, settings }: Command) {
  const child = spawn(process.execPath, words, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing else of this process: a test runner's environment is not that of people.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...settings,
    },
  });
  const said = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.errors += text;
  });
  return { child, said };
}

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
