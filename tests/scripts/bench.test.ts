import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

interface Ended {
  readonly status: number;
  readonly output: string;
  readonly told: string;
}

const bench = (...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, CONTENT_DIR: 'tests/fixtures/catalog' };
    execFile(process.execPath, ['scripts/bench.ts', ...words], { env }, (error, output, told) =>
      resolve({ status: error ? Number(error.code) : 0, output, told }),
    );
  });

test('--help tells what can be measured and how', async () => {
  const { status, output } = await bench('--help');
  expect(status).toBe(0);
  expect(output).toMatchInlineSnapshot(`
    "Measures how fast things are, and writes what it measured as JSON.

    npm run bench [-- NAME] [--out FILE]

      NAME   check    the loader in files a second, beside the yaml parser alone
             linking  how well and how fast texts are linked to models, beside JSON.parse alone
             live     reads and follows a second, beside a server and a database that do nothing else
             pages    Lighthouse on the built site: home, the largest model and benchmark page
             without a name, all
      --out  where the JSON goes (default data/bench.json)

    Exit status: 0 measured, 2 could not run.
    "
  `);
});

test('an unknown name is answered with the known ones', async () => {
  const { status, output, told } = await bench('chekc');
  expect({ status, output }).toEqual({ status: 2, output: '' });
  expect(told.split('\n')[0]).toMatchInlineSnapshot(
    `"No benchmark is called "chekc"; there are check, linking, live, and pages."`,
  );
});

test('check writes how fast the loader is beside the parser alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'made/bench.json');
  const { status, output } = await bench('check', '--out', file);
  expect(status).toBe(0);
  expect(output).toMatch(/^check: \d+ files a second, [\d.]+ of what yaml alone parses/);
  const written: unknown = JSON.parse(await readFile(file, 'utf8'));
  expect(written).toEqual({
    machine: { node: process.version, cpu: expect.any(String), cores: expect.any(Number) },
    check: {
      files: 18,
      loaderFilesPerSecond: expect.any(Number),
      yamlFilesPerSecond: expect.any(Number),
      ratio: expect.any(Number),
    },
  });
});

test('linking writes how fast texts are linked beside JSON.parse alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'bench.json');
  const { status, output } = await bench('linking', '--out', file);
  expect(status).toBe(0);
  expect(output).toMatch(
    /^linking: \d+ headlines a second on one core against 1000 models \(\d+ with their text\), [\d.]+ of what JSON\.parse alone reads \(\d+\)\.$/m,
  );
  const written = JSON.parse(await readFile(file, 'utf8'));
  expect(written.linking.speed).toEqual({
    models: 1000,
    headlinesPerSecond: expect.any(Number),
    postsPerSecond: expect.any(Number),
    parsedPerSecond: expect.any(Number),
    ratio: expect.any(Number),
  });
});
