import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireContentFolder } from '../src/catalog/read.ts';
import type { Settings } from '../src/settings.ts';

const stampName = '.inputs';
const codeFolders = ['src', 'api', 'scripts'];
const codeFiles = ['package-lock.json', 'astro.config.mjs', 'tsconfig.json'];

/** A hash of all that the build depends on: content, code, settings and the day. @throws when there is no content. */
export async function inputsHash(
  { contentDir, publicUrl }: Settings,
  day: string,
): Promise<string> {
  await requireContentFolder(contentDir);
  const folders = [contentDir, ...codeFolders];
  const listed = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    ),
  );
  const hash = createHash('sha256').update(`${day}\0${publicUrl}\0`);
  for (const path of [...listed.flat(), ...codeFiles].toSorted()) {
    hash.update(`${path}\0`).update(await readFile(path));
  }
  return hash.digest('hex');
}

/** Tells whether a folder holds what a build of these inputs made. */
export async function isBuilt(outDir: string, hash: string): Promise<boolean> {
  const stamp = await readFile(join(outDir, stampName), 'utf8').catch(() => undefined);
  return stamp === hash;
}

/** Says in a folder which inputs it was built from; written last, so that a build cut short is not taken for whole. */
export const stampBuild = (outDir: string, hash: string): Promise<void> =>
  writeFile(join(outDir, stampName), hash);
