import { rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'astro';
import type { Catalog } from '../src/catalog/catalog.ts';
import { loadCatalog } from '../src/catalog/load.ts';
import type { Settings } from '../src/settings.ts';
import { apiFiles } from './api-files.ts';
import { inputsHash, stampBuild } from './build-inputs.ts';
import { precompress } from './precompress.ts';
import { writeSearchIndex } from './search-index.ts';

/** Says in a sentence what a step made. */
type Tell = (sentence: string) => void;

/**
 * Builds the whole static half: check, pages, JSON, search index, compressed copies.
 *
 * @param day `YYYY-MM-DD`; statuses and current prices are those of this day.
 * @throws {ContentError} when the content has faults. Whatever fails, what was built before stays as it was.
 * @throws when the folder to build into holds content or code.
 */
export async function buildSite(settings: Settings, day: string, tell: Tell): Promise<void> {
  const { contentDir, outDir, publicUrl } = settings;
  refuseToEmpty(outDir, [contentDir, ...kept]);
  const hash = await inputsHash(settings, day);
  const catalog = await timed(tell, 'Checked the content', async () => {
    const loaded = await loadCatalog({ contentDir, day });
    const { models, providers, benchmarks } = loaded;
    return [
      loaded,
      `${models.size} models, ${providers.size} providers, ${benchmarks.size} benchmarks`,
    ];
  });
  // Beside its place, so that a build that fails or a second one at the same time leaves what stands there.
  const partial = `${resolve(outDir)}.${process.pid}`;
  // Pages that are being made when another fails are written all the same, until the process ends.
  process.once('exit', () => rmSync(partial, { recursive: true, force: true }));
  const interrupted = () => process.exit(130);
  process.once('SIGINT', interrupted);
  await writeSite(catalog, { folder: partial, day, publicUrl }, tell);
  await stampBuild(partial, hash);
  await rm(outDir, { recursive: true, force: true });
  await rename(partial, outDir);
  process.off('SIGINT', interrupted);
}

async function writeSite(
  catalog: Catalog,
  {
    folder,
    day,
    publicUrl,
  }: { readonly folder: string; readonly day: string; readonly publicUrl: string },
  tell: Tell,
): Promise<void> {
  await timed(tell, 'Built the pages', async () => {
    // Pages load the catalog by themselves; the environment is the one channel into them.
    Object.assign(process.env, { CATALOG_DATE: day, OUT_DIR: folder });
    await build({ logLevel: 'warn' });
    return [undefined, `${models(catalog)} models with their makers and benchmarks`];
  });
  await timed(tell, 'Wrote the JSON', async () => {
    let count = 0;
    for (const { path, body } of apiFiles(catalog, publicUrl)) {
      const target = join(folder, 'api/v1', path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, body);
      count += 1;
    }
    return [undefined, `${count} files`];
  });
  await timed(tell, 'Indexed for search', async () => [
    undefined,
    `${await writeSearchIndex(catalog, folder)} names`,
  ]);
  await timed(tell, 'Compressed', async () => {
    const { files, from, to } = await precompress(folder);
    return [undefined, `${files} files, ${megabytes(from)} to ${megabytes(to)} by brotli`];
  });
}

// A build empties its folder first, which must never be one that somebody works in.
const kept = ['src', 'api', 'scripts', 'tests', 'node_modules'];

function refuseToEmpty(outDir: string, folders: readonly string[]): void {
  const held = folders.find((folder) => !/^\.\.(\/|\\|$)/.test(relative(outDir, folder)));
  if (held === undefined) return;
  throw new Error(
    `OUT_DIR ${outDir} holds ${held}, and a build empties OUT_DIR first. Name a folder of its own.`,
  );
}

const models = (catalog: { readonly models: ReadonlyMap<string, unknown> }): number =>
  catalog.models.size;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function timed<Result>(
  tell: Tell,
  step: string,
  work: () => Promise<readonly [Result, string]>,
): Promise<Result> {
  const start = performance.now();
  const [result, made] = await work();
  tell(`${step}: ${made} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return result;
}
