import { cp, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { aModel, contentFolder } from './content-folder.ts';

const versionOf = async (contentDir: string, day = '2026-03-01'): Promise<string> =>
  (await loadCatalog({ contentDir, day })).version;

const drawing = '<svg viewBox="0 0 24 24"><g/></svg>\n';
const files = { 'models/sirius-1.yaml': aModel(), 'providers/sirius.svg': drawing };

test('the version is 16 hexadecimal digits', async () => {
  expect(await versionOf(await contentFolder(files))).toMatch(/^[0-9a-f]{16}$/);
});

test('two folders with the same content have the same version', async () => {
  expect(await versionOf(await contentFolder(files))).toBe(
    await versionOf(await contentFolder(files)),
  );
});

test.each([
  ['a fact', { 'models/sirius-1.yaml': aModel({ releaseDate: '2024-05-14' }) }],
  ['a comment', { 'models/sirius-1.yaml': `${aModel()}# checked\n` }],
  ['a line break at the end', { 'models/sirius-1.yaml': `${aModel()}\n` }],
  ['the kind of line breaks', { 'models/sirius-1.yaml': aModel().replaceAll('\n', '\r\n') }],
  ['one letter of a drawing', { 'providers/sirius.svg': drawing.replace('g/', 'g /') }],
  ['a file more', { 'models/sirius-2.yaml': aModel({ name: 'Sirius 2' }) }],
])('%s changes the version', async (_, change) => {
  const before = await versionOf(await contentFolder(files));
  expect(await versionOf(await contentFolder({ ...files, ...change }))).not.toBe(before);
});

test('a file with another name changes the version', async () => {
  const folder = await contentFolder(files);
  const before = await versionOf(folder);
  await rename(join(folder, 'models/sirius-1.yaml'), join(folder, 'models/sirius-2.yaml'));
  expect(await versionOf(folder)).not.toBe(before);
});

test('a file that is gone changes the version', async () => {
  const folder = await contentFolder(files);
  const before = await versionOf(folder);
  await rm(join(folder, 'models/sirius-1.yaml'));
  expect(await versionOf(folder)).not.toBe(before);
});

test('two files that swap what they hold change the version', async () => {
  const [one, other] = [aModel(), aModel({ name: 'Sirius 2' })];
  const folder = await contentFolder({ 'models/a.yaml': one, 'models/b.yaml': other });
  const swapped = await contentFolder({ 'models/a.yaml': other, 'models/b.yaml': one });
  expect(await versionOf(folder)).not.toBe(await versionOf(swapped));
});

test('neither the day nor the place nor the times of files change the version', async () => {
  const folder = await contentFolder(files);
  const before = await versionOf(folder);
  const copy = await mkdtemp(join(tmpdir(), 'model-tracker-copy-'));
  onTestFinished(() => rm(copy, { recursive: true }));
  await cp(folder, copy, { recursive: true });
  await utimes(join(copy, 'models/sirius-1.yaml'), 0, 0);
  expect(await versionOf(copy, '2020-01-01')).toBe(before);
});

test('what is no content does not change the version', async () => {
  const folder = await contentFolder(files);
  const before = await versionOf(folder);
  await writeFile(join(folder, 'README.md'), '# Content');
  await writeFile(join(folder, 'models/.DS_Store'), 'x');
  expect(await versionOf(folder)).toBe(before);
});
