import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'yaml';
import { loadCatalog } from '../src/catalog/load.ts';
import { readContent } from '../src/catalog/read.ts';
import type { Settings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import type { Measured } from './bench.ts';

// One to warm up; of the others the median tells.
const runs = 6;

/**
 * Measures the loader (read, parse, check, join, freeze) beside its limit: the yaml package reading and
 * parsing the same files and doing nothing with them. Both take turns, so that a busy machine slows both.
 */
export async function benchCheck({ contentDir, day = today() }: Settings): Promise<Measured> {
  const { raw } = await readContent(contentDir);
  const paths = raw.map(({ path }) => path).filter((path) => extname(path) === '.yaml');
  const loader: number[] = [];
  const limit: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    limit.push(await timed(() => parseAll(paths)));
    loader.push(await timed(() => loadCatalog({ contentDir, day })));
  }
  const perSecond = (times: readonly number[]) =>
    Math.round((paths.length / median(times.slice(1))) * 1000);
  const data = {
    files: paths.length,
    loaderFilesPerSecond: perSecond(loader),
    yamlFilesPerSecond: perSecond(limit),
    ratio: Math.round((perSecond(loader) / perSecond(limit)) * 100) / 100,
  };
  return {
    data,
    text: `check: ${data.loaderFilesPerSecond} files a second, ${data.ratio} of what yaml alone parses (${data.yamlFilesPerSecond}), over ${data.files} files.`,
  };
}

async function parseAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) parse(await readFile(path, 'utf8'));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle of some numbers; of an even count the lower of the two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
