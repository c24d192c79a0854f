import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectCopy } from './project-copy.ts';

test('mended content passes the check that it failed', async () => {
  await using project = await projectCopy();
  await project.replace('content/models/aurora-1.yaml', 'stage: general', 'stage: General');
  await project.replace(
    'content/models/aurora-2.yaml',
    'releaseDate: 2024-12-01',
    'release_date: 2024/12/1',
  );
  expect((await project.run('check')).status).toBe(1);
  const { status, output, errors } = await project.run('fix');
  expect(status).toBe(0);
  expect(output).toMatchInlineSnapshot(`
    "content/models/aurora-1.yaml  stage: General → general
    content/models/aurora-2.yaml  key release_date: release_date → releaseDate
    content/models/aurora-2.yaml  releaseDate: 2024/12/1 → 2024-12-01
    "
  `);
  expect(errors).toMatch(
    /^Looked at \d+ files and mended 2\. npm run check tells what is left\.\n$/,
  );
  expect((await project.run('check')).status).toBe(0);
});

test('only the named files are mended', async () => {
  await using project = await projectCopy();
  for (const file of ['aurora-1', 'aurora-2']) {
    await project.replace(`content/models/${file}.yaml`, 'stage: general', 'stage: General');
  }
  await project.run('fix', ['content/models/aurora-1.yaml']);
  const text = (file: string) =>
    readFile(join(project.folder, `content/models/${file}.yaml`), 'utf8');
  expect(await text('aurora-1')).toContain('stage: general');
  expect(await text('aurora-2')).toContain('stage: General');
});

test('content that is written well is not touched', async () => {
  await using project = await projectCopy();
  const before = await project.filesIn('content');
  expect((await project.run('fix')).output).toBe('');
  expect(await project.filesIn('content')).toEqual(before);
});

test('a file that is not there is named', async () => {
  await using project = await projectCopy();
  const { status, errors } = await project.run('fix', ['content/models/none.yaml']);
  expect(status).toBe(2);
  expect(errors).toBe('There is no content file content/models/none.yaml.\n');
});

test('a file that is no UTF-8 stays as it is, and the others are mended', async () => {
  await using project = await projectCopy();
  const path = join(project.folder, 'content/models/aurora-1.yaml');
  const bytes = Buffer.concat([await readFile(path), Buffer.from('# caf\u00e9\n', 'latin1')]);
  await writeFile(path, bytes);
  await project.replace('content/models/aurora-2.yaml', 'stage: general', 'stage: General');
  const { status, output, errors } = await project.run('fix');
  expect(status).toBe(2);
  expect(output).toBe('content/models/aurora-2.yaml  stage: General → general\n');
  expect(errors).toContain('content/models/aurora-1.yaml is not UTF-8 text, and stays as it is.');
  expect(await readFile(path)).toEqual(bytes);
});
