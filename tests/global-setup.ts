import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

/** The day of the fixture's site: after every date in it but one retirement that is only promised. */
export const fixtureDay = '2026-03-01';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built fixture site. */
    fixtureSite: string;
    /** Folder of the built real site. */
    realSite: string;
  }
}

/** Builds the fixture's site and the real one, each once for all tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'model-tracker-'));
  // Hundreds of processes read the same modules, which are compiled once for all.
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  const fixtureSite = join(folder, 'fixture');
  const realSite = join(folder, 'real');
  await buildInto(fixtureSite, { CONTENT_DIR: 'tests/fixtures/catalog', CATALOG_DATE: fixtureDay });
  await buildInto(realSite, {});
  project.provide('fixtureSite', fixtureSite);
  project.provide('realSite', realSite);
  // A worker that ends late still writes what it compiled.
  return () => rm(folder, { recursive: true, maxRetries: 20, retryDelay: 200 });
}

/** Builds a site by the command that people use. @throws with what the command said. */
export async function buildInto(
  outDir: string,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, ...settings, OUT_DIR: outDir },
  });
}
