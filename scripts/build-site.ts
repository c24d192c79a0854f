import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build } from 'astro';
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
 * @throws {ContentError} when the content has faults; what was built before stays as it was.
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
  await rm(outDir, { recursive: true, force: true });
  await timed(tell, 'Built the pages', async () => {
    // Pages load the catalog by themselves; the environment is the one channel into them.
    process.env['CATALOG_DATE'] = day;
    await build({ logLevel: 'warn' });
    return [undefined, `${models(catalog)} models with their makers and benchmarks`];
  });
  await timed(tell, 'Wrote the JSON', async () => {
    let count = 0;
    for (const { path, body } of apiFiles(catalog, publicUrl)) {
      const target = join(outDir, 'api/v1', path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, body);
      count += 1;
    }
    return [undefined, `${count} files`];
  });
  await timed(tell, 'Indexed for search', async () => [
    undefined,
    `${await writeSearchIndex(catalog, outDir)} names`,
  ]);
  await timed(tell, 'Compressed', async () => {
    const { files, from, to } = await precompress(outDir);
    return [undefined, `${files} files, ${megabytes(from)} to ${megabytes(to)} by brotli`];
  });
  await stampBuild(outDir, hash);
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
