import { cp, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fixtureDay } from '../global-setup.ts';
import { type Ran, type Running, runCommand, startCommand } from './run-command.ts';

type Settings = Readonly<Record<string, string>>;

const code = ['src', 'api', 'scripts', 'astro.config.mjs', 'tsconfig.json'];
const packageFiles = ['package.json', 'package-lock.json'];

/** A copy of the project over the fixture content, in which commands change nothing of the original. */
export interface ProjectCopy extends AsyncDisposable {
  readonly folder: string;
  /** Runs `node scripts/<name>.ts` until it ends. */
  run(name: string, args?: readonly string[], settings?: Settings): Promise<Ran>;
  /** Runs `node scripts/start.ts` on a free port until it tells its address. */
  start(settings?: Settings): Promise<Running>;
  write(path: string, text: string | Uint8Array): Promise<void>;
  /** Puts one text in the place of another that stands in the file. */
  replace(path: string, text: string, other: string): Promise<void>;
  /** The bytes of every file below a folder, by path, as base64. */
  filesIn(path: string): Promise<Readonly<Record<string, string>>>;
}

/** Copies the project with the fixture content, or a copy of it once more. */
export async function projectCopy(original?: ProjectCopy): Promise<ProjectCopy> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'model-tracker-copy-')));
  const from = original?.folder ?? '.';
  for (const path of [...code, ...packageFiles]) {
    await cp(join(from, path), join(folder, path), { recursive: true });
  }
  const content = original ? join(from, 'content') : 'tests/fixtures/catalog';
  await cp(content, join(folder, 'content'), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  const usual = { CATALOG_DATE: fixtureDay, INGEST: 'off' };
  const started: Running[] = [];
  const project: ProjectCopy = {
    folder,
    run: (name, args = [], settings = {}) =>
      runCommand({
        folder,
        words: [`scripts/${name}.ts`, ...args],
        settings: { ...usual, ...settings },
      }),
    start: async (settings = {}) => {
      const running = await startCommand({
        folder,
        words: ['scripts/start.ts'],
        settings: { ...usual, PORT: '0', ...settings },
      });
      started.push(running);
      return running;
    },
    write: (path, text) => writeFile(join(folder, path), text),
    replace: async (path, text, other) => {
      const before = await readFile(join(folder, path), 'utf8');
      if (!before.includes(text)) throw new Error(`${path} does not hold "${text}".`);
      await project.write(path, before.replace(text, other));
    },
    filesIn: (path) => filesIn(join(folder, path)),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(started.map(({ stop }) => stop('SIGKILL')));
      await rm(folder, { recursive: true });
    },
  };
  return project;
}

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.toSorted().map(async (path) => {
    return [relative(folder, path), await readFile(path, 'base64')] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}
