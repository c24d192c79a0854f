import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRaw } from '../../src/catalog/raw-file.ts';
import { aModel, contentFolder } from './content-folder.ts';

test('a file that goes while the content is read is told', async () => {
  const folder = await contentFolder({ 'models/sirius-1.yaml': aModel() });
  const path = join(folder, 'models/sirius-2.yaml');
  expect(await readRaw(path, 'models', [])).toMatchObject({
    code: 'unreadable',
    message: 'The file cannot be read (ENOENT).',
    fix: 'It was removed while the content was read: run the command again.',
  });
});

test('what no file is to blame for is thrown', async () => {
  const folder = await contentFolder({ 'models/sirius-1.yaml': aModel() });
  const path = join(folder, 'models/sirius-1.yaml/sirius-2.yaml');
  await expect(readRaw(path, 'models', [])).rejects.toThrow('ENOTDIR');
});
