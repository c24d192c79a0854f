import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { inputsHash, isBuilt, stampBuild } from '../../scripts/build-inputs.ts';
import { readSettings } from '../../src/settings.ts';
import { projectCopy } from './project-copy.ts';

const project = await projectCopy();
afterAll(() => project[Symbol.asyncDispose]());

const here = process.cwd();
beforeEach(() => process.chdir(project.folder));
afterEach(() => process.chdir(here));

const hashNow = (env: NodeJS.ProcessEnv = {}, day = '2026-03-01'): Promise<string> =>
  inputsHash(readSettings(env), day);

test('the same inputs have the same hash', async () => {
  expect(await hashNow()).toBe(await hashNow());
});

test.each<[string, () => Promise<void>]>([
  [
    'a content file that changed',
    () => project.replace('content/models/aurora-2.yaml', 'reads images', 'sees images'),
  ],
  ['a content file that was added', () => project.write('content/providers/new.svg', '<svg/>')],
  ['a content file that was removed', () => rm('content/providers/new.svg')],
  [
    'the code of a page that changed',
    () => project.replace('src/pages/404.astro', 'There is no such page<', 'No such page<'),
  ],
  [
    'a script that changed',
    () => project.replace('scripts/build.ts', 'await runCommand', 'await  runCommand'),
  ],
  [
    'another version of a package',
    () => project.replace('package-lock.json', '"version"', '"version "'),
  ],
])('%s gives another hash', async (_, change) => {
  const before = await hashNow();
  await change();
  expect(await hashNow()).not.toBe(before);
});

test('another day and another address give another hash', async () => {
  const other = [
    await hashNow({}, '2026-03-02'),
    await hashNow({ PUBLIC_URL: 'https://tracker.example.com' }),
  ];
  expect(new Set([await hashNow(), ...other]).size).toBe(3);
});

test('only a folder that says so was built from these inputs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'build-inputs-'));
  expect(await isBuilt(folder, 'one')).toBe(false);
  await stampBuild(folder, 'one');
  expect([await isBuilt(folder, 'one'), await isBuilt(folder, 'two')]).toEqual([true, false]);
  await rm(folder, { recursive: true });
  expect(await isBuilt(folder, 'one')).toBe(false);
});
