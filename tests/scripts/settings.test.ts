import { afterAll, describe, expect, test } from 'vitest';
import { projectCopy } from './project-copy.ts';

const project = await projectCopy();
afterAll(() => project[Symbol.asyncDispose]());

test.each([
  ['PORT', 'abc', 'PORT is not a number'],
  ['PORT', '80.5', 'PORT is not a whole number'],
  ['PORT', '-1', 'PORT is below 0'],
  ['PORT', '65536', 'PORT is above 65535'],
  ['CATALOG_DATE', '2026-02-31', 'CATALOG_DATE is not a day of the calendar, written YYYY-MM-DD'],
  ['CATALOG_DATE', 'today', 'CATALOG_DATE is not a day of the calendar, written YYYY-MM-DD'],
  ['PUBLIC_URL', 'ftp://x', 'PUBLIC_URL is not an address that starts with https:// or http://'],
  [
    'PUBLIC_URL',
    'tracker.example',
    'PUBLIC_URL is not an address that starts with https:// or http://',
  ],
  ['INGEST', 'maybe', 'INGEST is neither on nor off'],
  ['SOURCES_ON', 'reddit, No!', 'SOURCES_ON holds something other than source ids'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL is none of debug, info, warn, error, silent'],
])('%s=%s stops a command with a sentence', async (name, value, sentence) => {
  const { status, output, errors } = await project.run('check', [], { [name]: value });
  expect({ status, output }).toEqual({ status: 2, output: '' });
  expect(errors.split('\n')[0]).toBe(`The check could not run: ${sentence}`);
});

test.each(['build', 'start'])('%s stops with the sentence alone', async (command) => {
  const settings = { PUBLIC_URL: 'ftp://x' };
  expect(await project.run(command, [], settings)).toEqual({
    status: 2,
    output: '',
    errors: 'PUBLIC_URL is not an address that starts with https:// or http://\n',
  });
});

test('an empty setting counts as absent', async () => {
  expect((await project.run('check', [], { PORT: '', PUBLIC_URL: '' })).status).toBe(0);
});

test('every wrong setting is told at once', async () => {
  const { errors } = await project.run('build', [], { PORT: 'abc', CATALOG_DATE: '2026-02-31' });
  expect(errors.trim().split('\n')).toHaveLength(2);
});

describe('the build', () => {
  // Only folders within the copy: a build that refuses no more would empty them.
  test.each(['.', 'content', 'src'])(
    'refuses to empty OUT_DIR=%s, which somebody works in',
    async (folder) => {
      const before = await project.filesIn('content');
      const { status, errors } = await project.run('build', [], { OUT_DIR: folder });
      expect(status).toBe(2);
      expect(errors).toMatch(/^OUT_DIR \S+ holds \w+, and a build empties OUT_DIR first\. /);
      expect(await project.filesIn('content')).toEqual(before);
    },
  );

  test('tells in a sentence that there is no content', async () => {
    const { status, errors } = await project.run('build', [], { CONTENT_DIR: 'nowhere' });
    expect(status).toBe(2);
    expect(errors).toMatchInlineSnapshot(`
      "The content folder nowhere cannot be read (ENOENT). Run the command in the project’s folder, or name the content by CONTENT_DIR.
      "
    `);
  });
});
