import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ProjectCopy, projectCopy } from './project-copy.ts';

/** A copy of the project whose content has a fault in each of two files. */
async function faultyCopy(): Promise<ProjectCopy> {
  const project = await projectCopy();
  await project.replace('content/models/aurora-2.yaml', 'aurora-labs', 'aurora-lab');
  await project.replace('content/models/borealis-7b.yaml', 'active: 7e9', 'active: 70e9');
  return project;
}

test('content without faults ends with 0 and leaves standard output to the result', async () => {
  await using project = await projectCopy();
  expect(await project.run('check')).toEqual({
    status: 0,
    output: '',
    errors: expect.stringMatching(/^Checked \d+ files: no faults\.\n$/),
  });
});

test('faults end with 1 and are told for people, all of them in one run', async () => {
  await using project = await faultyCopy();
  const { status, output, errors } = await project.run('check');
  expect(status).toBe(1);
  expect(output).toMatchInlineSnapshot(`
    "content/models/aurora-2.yaml:2:11  unknown-provider
      Unknown provider "aurora-lab"; did you mean "aurora-labs"?
        2 | provider: aurora-lab
          |           ^^^^^^^^^^
      expected: the name of a file in content/providers
      to do: Correct the id, or add content/providers/aurora-lab.yaml.

    content/models/borealis-7b.yaml:10:32  impossible-figure
      size.active 70000000000 is above size.total 47000000000.
        10 |   size: { total: 47e9, active: 70e9 }
           |                                ^^^^
      expected: at most 47000000000
      found: 70e9
      to do: Check both figures at their sources.
    "
  `);
  expect(errors).toMatch(/^\nChecked \d+ files: 2 faults in 2 of them\.\n$/);
});

test('--format json is for programs', async () => {
  await using project = await faultyCopy();
  const { status, output } = await project.run('check', ['--format', 'json']);
  expect(status).toBe(1);
  expect(JSON.parse(output)).toMatchObject([
    { code: 'unknown-provider', file: 'content/models/aurora-2.yaml', line: 2, column: 11 },
    { code: 'impossible-figure', file: 'content/models/borealis-7b.yaml', line: 10 },
  ]);
});

test('--format json without faults is an empty list', async () => {
  await using project = await projectCopy();
  expect(await project.run('check', ['--format=json'])).toMatchObject({
    status: 0,
    output: '[]\n',
  });
});

test('--format github is for annotations in a pull request, one line a fault', async () => {
  await using project = await faultyCopy();
  const { status, output } = await project.run('check', ['--format', 'github']);
  expect(status).toBe(1);
  expect(output).toMatchInlineSnapshot(`
    "::error file=content/models/aurora-2.yaml,line=2,col=11::Unknown provider "aurora-lab"; did you mean "aurora-labs"? Expected: the name of a file in content/providers. Correct the id, or add content/providers/aurora-lab.yaml.
    ::error file=content/models/borealis-7b.yaml,line=10,col=32::size.active 70000000000 is above size.total 47000000000. Expected: at most 47000000000. Check both figures at their sources.
    "
  `);
});

test('a FILE limits what is told to its faults, however it is written', async () => {
  await using project = await faultyCopy();
  const path = 'content/models/aurora-2.yaml';
  for (const file of [path, `./${path}`, join(project.folder, path)]) {
    const { status, output, errors } = await project.run('check', [file]);
    expect(status).toBe(1);
    expect(output).toContain('unknown-provider');
    expect(output).not.toContain('impossible-figure');
    expect(errors).toBe('\nChecked 1 file: 1 fault in 1 of them.\n');
  }
});

test('a FILE can be given where CONTENT_DIR is absolute', async () => {
  await using project = await faultyCopy();
  const settings = { CONTENT_DIR: join(project.folder, 'content') };
  const ran = await project.run('check', ['content/models/aurora-2.yaml'], settings);
  expect(ran).toMatchObject({ status: 1, output: expect.stringContaining('unknown-provider') });
});

test('FILEs without faults end with 0, whatever stands in others', async () => {
  await using project = await faultyCopy();
  const files = ['content/models/aurora-1.yaml', 'content/providers/borealis.svg'];
  expect(await project.run('check', files)).toEqual({
    status: 0,
    output: '',
    errors: 'Checked 2 files: no faults.\n',
  });
});

test('a file that is no text is a fault, not a failure', async () => {
  await using project = await projectCopy();
  await project.write('content/models/aurora-2.yaml', Uint8Array.of(0xff, 0xfe, 0x00));
  const { status, output } = await project.run('check', ['--format', 'json']);
  expect(status).toBe(1);
  expect(JSON.parse(output)).toMatchObject([{ code: 'not-utf-8' }]);
});
