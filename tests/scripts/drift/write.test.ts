import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { today } from '../../../src/today.ts';
import { modelsDevEntry } from '../../drift/outside-sets.ts';
import { differing, fromFile, projectWith } from './compared-project.ts';

test('what is picked is written, passes the check, and moves no other byte', async () => {
  await using project = await projectWith(differing);
  const text = (slug: string) =>
    readFile(join(project.folder, `content/models/${slug}.yaml`), 'utf8');
  const [one, two] = [await text('aurora-1'), await text('aurora-2')];
  const before = await project.filesIn('content');
  const picks = ['--pick', 'aurora-1:specs.maxOutput', '--pick', 'aurora-2:pricing'];
  const { status, output, errors } = await project.run('drift', [...fromFile, '--write', ...picks]);
  expect(errors).toMatchInlineSnapshot(`
    "Wrote theirs into 2 files, which pass the check. Look at git diff.
    Comments beside these may speak of ours: aurora-1:specs.maxOutput
    "
  `);
  expect(output).toBe('content/models/aurora-1.yaml\ncontent/models/aurora-2.yaml\n');
  expect(status).toBe(0);
  const pages = 'https://github.com/anomalyco/models.dev/blob/dev/providers/aurora-labs/models';
  const source = [
    `  - url: ${pages}/aurora-1.toml`,
    '    covers: [specs.maxOutput]',
    `    checked: ${today()}`,
    '    confidence: reported\n',
  ].join('\n');
  expect(await text('aurora-1')).toBe(one.replace('4096 # others', '2048 # others') + source);
  const row = [
    `  - from: ${today()}`,
    '    dateIs: observed',
    '    input: 1',
    '    output: 8',
    `    source: ${pages}/aurora-2.toml`,
    '    confidence: reported\n',
  ].join('\n');
  expect(await text('aurora-2')).toBe(two.replace('api:\n', `${row}api:\n`));
  const written = { 'models/aurora-1.yaml': '', 'models/aurora-2.yaml': '' };
  expect({ ...(await project.filesIn('content')), ...written }).toEqual({ ...before, ...written });
  expect((await project.run('check')).status).toBe(0);
  expect((await project.run('fix')).output).toBe('');
});

test('what would not pass the check is told, and its file stays as it was', async () => {
  const models = {
    'aurora-1': modelsDevEntry({ release_date: '2025-01-20' }),
    'aurora-2': modelsDevEntry({ knowledge: '2024-06' }),
  };
  await using project = await projectWith({ 'aurora-labs': models });
  const before = await project.filesIn('content');
  const { status, output, errors } = await project.run('drift', [
    ...fromFile,
    '--write',
    '--pick',
    'aurora-1:releaseDate',
    '--pick',
    'aurora-2:knowledgeCutoff',
  ]);
  expect(status).toBe(1);
  expect(output).toBe('content/models/aurora-2.yaml\n');
  expect(errors).toContain('These stay as they were, since they would not pass:');
  expect(errors).toContain('content/models/aurora-1.yaml:9:20  dates-out-of-order');
  const after = await project.filesIn('content');
  expect(after['models/aurora-1.yaml']).toBe(before['models/aurora-1.yaml']);
});

test('what would make a fault of another file is put back too', async () => {
  await using project = await projectWith({
    'aurora-labs': { 'aurora-2': modelsDevEntry({ release_date: '2024-12-02', cost: undefined }) },
  });
  // A price of the second day does not keep the model's own file from a later release.
  await project.replace('content/models/aurora-2.yaml', 'from: 2024-12-01', 'from: 2024-12-02');
  const before = await project.filesIn('content');
  const picks = ['--write', '--pick', 'aurora-2:releaseDate'];
  const { status, output, errors } = await project.run('drift', [...fromFile, ...picks]);
  expect(errors).toContain('content/news/2024-12-01-aurora-2.md');
  expect(output).toBe('');
  expect(status).toBe(1);
  expect(await project.filesIn('content')).toEqual(before);
});
