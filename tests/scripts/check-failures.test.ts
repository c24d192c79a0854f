import { expect, test } from 'vitest';
import { projectCopy } from './project-copy.ts';

/** The sentence before the usage of a check that could not run. */
async function failure(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  await using project = await projectCopy();
  const { status, output, errors } = await project.run('check', args, settings);
  expect(status).toBe(2);
  expect(output).toBe('');
  expect(errors).toContain('npm run check [-- FILE…] [--format text|json|github] [--report]');
  return errors.split('\n')[0];
}

test.each(['--help', '-h'])('%s tells how it is used and ends with 0', async (option) => {
  await using project = await projectCopy();
  const { status, output, errors } = await project.run('check', [option]);
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(output).toMatchInlineSnapshot(`
    "Checks the content: every fault in one run, with its place and what to do.

    npm run check [-- FILE…] [--format text|json|github] [--report]

      FILE      tell only the faults of these files; the whole content is read all the same
      --format  text for people (default), json for programs, github for annotations in a pull request
      --report  tell how well clean content is covered: facts by field and maker, sources, gaps, oldest checks

    Exit status: 0 clean, 1 faults, 2 could not run.
    "
  `);
});

test('a FILE that is not there could not be checked', async () => {
  expect(await failure(['content/models/aurora-9.yaml'])).toMatchInlineSnapshot(
    `"The check could not run: There is no content file content/models/aurora-9.yaml."`,
  );
});

test('a FILE that is no content could not be checked', async () => {
  expect(await failure(['package.json'])).toMatchInlineSnapshot(
    `"The check could not run: There is no content file package.json."`,
  );
});

test('a format that there is not is named', async () => {
  expect(await failure(['--format', 'xml'])).toMatchInlineSnapshot(
    `"The check could not run: --format takes text, json or github, not "xml""`,
  );
});

test('a format that is left out is named', async () => {
  expect(await failure(['--format'])).toContain("'--format <value>' argument missing");
});

test('an option that there is not is named', async () => {
  expect(await failure(['--fix'])).toContain("Unknown option '--fix'");
});

test('content that is not there is named', async () => {
  expect(await failure([], { CONTENT_DIR: 'nowhere' })).toMatchInlineSnapshot(
    `"The check could not run: The content folder nowhere cannot be read (ENOENT). Run the command in the project’s folder, or name the content by CONTENT_DIR."`,
  );
});

test('a file in the place of content is named', async () => {
  expect(await failure([], { CONTENT_DIR: 'package.json' })).toMatchInlineSnapshot(
    `"The check could not run: The content folder package.json cannot be read (ENOTDIR). Run the command in the project’s folder, or name the content by CONTENT_DIR."`,
  );
});

test('a folder without content does not pass for one without faults', async () => {
  expect(await failure([], { CONTENT_DIR: 'src' })).toMatchInlineSnapshot(
    `"The check could not run: src holds no content: none of the folders models, providers, benchmarks, datasets, sources, news, corrections, protocols is in it. Name the content’s folder by CONTENT_DIR."`,
  );
});

test('a report in a format for programs could not be made', async () => {
  expect(await failure(['--report', '--format', 'json'])).toMatchInlineSnapshot(
    `"The check could not run: --report is text; leave out --format."`,
  );
});
