import { readFile } from 'node:fs/promises';
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
