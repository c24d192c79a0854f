import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../src/catalog/check.ts';
import { aModel, contentFolder, day, faultsIn, faultsInFolder } from './content-folder.ts';

describe('what is no file of content', () => {
  test('a symbolic link is refused', async () => {
    const folder = await contentFolder({ 'models/sirius-1.yaml': aModel() });
    await symlink('sirius-1.yaml', join(folder, 'models/sirius-one.yaml'));
    expect(await faultsInFolder(folder)).toMatchInlineSnapshot(`
      "content/models/sirius-one.yaml:1:1  symbolic-link
        This is a symbolic link to another file.
        expected: a file of its own
        to do: Remove the link; to give a model a second address, write it under aliases."
    `);
  });

  test('a symbolic link that leads nowhere is refused', async () => {
    const folder = await contentFolder({});
    await mkdir(join(folder, 'models'));
    await symlink('/nowhere.yaml', join(folder, 'models/sirius-one.yaml'));
    expect(await faultsInFolder(folder)).toMatchInlineSnapshot(`
      "content/models/sirius-one.yaml:1:1  symbolic-link
        This is a symbolic link that leads nowhere.
        expected: a file of its own
        to do: Remove the link; to give a model a second address, write it under aliases."
    `);
  });

  test('a symbolic link in place of a folder is refused', async () => {
    const folder = await contentFolder({});
    await symlink('providers', join(folder, 'models'));
    expect(await faultsInFolder(folder)).toContain('"models" is no folder.');
  });

  test('a folder among the files is refused', async () => {
    expect(await faultsIn({ 'models/sirius/sirius-1.yaml': aModel() })).toMatchInlineSnapshot(`
      "content/models/sirius:1:1  not-a-file
        This is no file; models are kept flat, without folders.
        expected: YAML files directly in models
        to do: Move its files up and remove the folder."
    `);
  });

  test('a folder that is named like a file is refused', async () => {
    expect(await faultsIn({ 'models/sirius-1.yaml/x.yaml': aModel() })).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:1:1  not-a-file
        This is no file; models are kept flat, without folders.
        expected: YAML files directly in models
        to do: Move its files up and remove the folder."
    `);
  });

  test('a folder that is no kind of content is refused, and not passed over', async () => {
    expect(await faultsIn({ 'model/sirius-1.yaml': aModel() })).toMatchInlineSnapshot(`
      "content/model:1:1  stray-file
        "model" is no folder of content; did you mean "models"?
        expected: the folders models, providers, benchmarks, datasets, sources, news, corrections, protocols and README.md, nothing else
        to do: Move what it holds into the folder of its kind, or remove it."
    `);
  });

  test('a file beside the folders is refused', async () => {
    expect(await faultsIn({ 'sirius-1.yaml': aModel() })).toMatchInlineSnapshot(`
      "content/sirius-1.yaml:1:1  stray-file
        "sirius-1.yaml" is no folder of content.
        expected: the folders models, providers, benchmarks, datasets, sources, news, corrections, protocols and README.md, nothing else
        to do: Move what it holds into the folder of its kind, or remove it."
    `);
  });

  test('a file in place of a folder is refused', async () => {
    expect(await faultsIn({ models: aModel() })).toMatchInlineSnapshot(`
      "content/models:1:1  stray-file
        "models" is no folder.
        expected: the folders models, providers, benchmarks, datasets, sources, news, corrections, protocols and README.md, nothing else
        to do: Move what it holds into the folder of its kind, or remove it."
    `);
  });

  test('the read-me of the folder and hidden files are let be', async () => {
    const files = { 'README.md': '# Content', '.DS_Store': '', 'models/.sirius.yaml.swp': '' };
    expect(await faultsIn(files)).toBe('');
  });
});

describe('file names', () => {
  test('the ending .yml is refused', async () => {
    expect(await faultsIn({ 'models/sirius-1.yml': aModel() })).toMatchInlineSnapshot(`
      "content/models/sirius-1.yml:1:1  wrong-extension
        "sirius-1.yml" is no kind of file that belongs here.
        expected: a name that ends in .yaml
        to do: Rename it to sirius-1.yaml."
    `);
  });

  test('the ending .yml beside a .yaml of the same name asks for one of them', async () => {
    const files = { 'models/sirius-1.yml': aModel(), 'models/sirius-1.yaml': aModel() };
    expect(await faultsIn(files)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yml:1:1  wrong-extension
        "sirius-1.yml" is no kind of file that belongs here.
        expected: a name that ends in .yaml
        to do: There is a sirius-1.yaml already: move into it what it lacks, and remove this file."
    `);
  });

  test.each(['json', 'toml', 'md', 'txt', 'svg', 'YAML', 'yaml~', 'yaml.orig'])(
    'the ending .%s is refused',
    async (ending) => {
      const found = await faultsIn({ [`models/sirius-1.${ending}`]: aModel() });
      expect(found).toContain('wrong-extension');
    },
  );

  test('a picture in place of a drawing is refused', async () => {
    expect(await faultsIn({ 'providers/sirius.png': 'PNG' })).toMatchInlineSnapshot(`
      "content/providers/sirius.png:1:1  wrong-extension
        "sirius.png" is no kind of file that belongs here.
        expected: a name that ends in .yaml or .svg
        to do: Rename or remove it."
    `);
  });

  test('a name that differs from another by case alone is refused', async () => {
    const files = { 'models/GPT-4.yaml': aModel(), 'models/gpt-4.yaml': aModel() };
    expect(await faultsIn(files)).toMatchInlineSnapshot(`
      "content/models/GPT-4.yaml:1:1  wrong-file-name
        "GPT-4" is not a slug, and the file name becomes the address.
        expected: lower-case a-z and 0-9 in runs joined by single hyphens, at most 100 characters
        to do: There is a gpt-4.yaml already: move into it what it lacks, and remove this file."
    `);
  });

  test('a name with a dot is refused, and told as it should be', async () => {
    expect(await faultsIn({ 'models/sirius-1.5.yaml': aModel() })).toMatchInlineSnapshot(`
      "content/models/sirius-1.5.yaml:1:1  wrong-file-name
        "sirius-1.5" is not a slug, and the file name becomes the address.
        expected: lower-case a-z and 0-9 in runs joined by single hyphens, at most 100 characters
        to do: Rename it to sirius-1-5.yaml."
    `);
  });

  test('a name without a single Latin letter is refused', async () => {
    expect(await faultsIn({ 'models/通义.yaml': aModel() })).toMatchInlineSnapshot(`
      "content/models/通义.yaml:1:1  wrong-file-name
        "通义" is not a slug, and the file name becomes the address.
        expected: lower-case a-z and 0-9 in runs joined by single hyphens, at most 100 characters
        to do: Rename it with letters a-z."
    `);
  });

  test.each(['sirius_1', 'sirius 1', '-sirius', 'sirius--1', 'Sirius', `x${'-x'.repeat(50)}`])(
    'the name %s is no slug',
    async (name) => {
      expect(await faultsIn({ [`models/${name}.yaml`]: aModel() })).toContain('wrong-file-name');
    },
  );
});

describe('long files', () => {
  const withLength = (length: number): string => `${aModel()}#`.padEnd(length, '.');

  test('a file above 128 KB is refused', async () => {
    expect(await faultsIn({ 'models/sirius-1.yaml': withLength(131_073) })).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:1:1  too-long
        The file has 131073 bytes.
        expected: at most 131072 bytes
        to do: Keep facts only; texts and tables belong at their source."
    `);
  });

  test('a file of 128 KB is read', async () => {
    expect(await faultsIn({ 'models/sirius-1.yaml': withLength(131_072) })).toBe('');
  });
});

describe('the folder itself', () => {
  const emptyFolder = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'model-tracker-content-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    return folder;
  };

  test('a folder that is not there is an error, not an empty catalog', async () => {
    const folder = join(await emptyFolder(), 'nowhere');
    await expect(checkContent(folder, day)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a folder without content is an error, not an empty catalog', async () => {
    await expect(checkContent(await emptyFolder(), day)).rejects.toThrow('holds no content');
  });

  test('a file is no folder of content', async () => {
    const file = join(await emptyFolder(), 'content');
    await writeFile(file, '');
    await expect(checkContent(file, day)).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});
