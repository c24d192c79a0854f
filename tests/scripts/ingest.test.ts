import { afterAll, expect, test } from 'vitest';
import { projectCopy } from './project-copy.ts';

const project = await projectCopy();
afterAll(() => project[Symbol.asyncDispose]());

const ingest = (...args: readonly string[]) => project.run('ingest', args);

test('help is printed with exit status 0', async () => {
  expect(await ingest('--help')).toMatchInlineSnapshot(`
    {
      "errors": "",
      "output": "Reads the sources in content/sources, links their items to models and stores them.

    npm run ingest [-- --source ID] [--dry-run] [--since DATE]

      --source ID   reads this source alone; may be given more than once
      --dry-run     reads and tells, and stores nothing
      --since DATE  leaves out news and discussions published before that day, YYYY-MM-DD

    Exit status: 0 every source answered, 3 some failed (each is named with the reason; what
    the others brought is stored), 2 could not run.
    ",
      "status": 0,
    }
  `);
});

test.each([
  [['--source', 'nobody'], 'There is no source nobody in content/sources.\n'],
  [
    ['--source', 'night-owls'],
    'night-owls is off: nobody has asked its owners whether they like to be read. SOURCES_ON=night-owls reads it all the same.\n',
  ],
  [
    ['--since', '2026-02-31'],
    '--since 2026-02-31 is not a day of the calendar, written YYYY-MM-DD.\n',
  ],
])('%j cannot run: exit status 2 and a sentence', async (args, sentence) => {
  const { status, output, errors } = await ingest(...args);
  expect({ status, output }).toEqual({ status: 2, output: '' });
  expect(errors.endsWith(sentence)).toBe(true);
});

test('SOURCES_ON with a source that there is not cannot run', async () => {
  const { status, errors } = await project.run('ingest', [], { SOURCES_ON: 'nobody' });
  expect(status).toBe(2);
  expect(errors).toBe('SOURCES_ON names nobody, and there is no such file in content/sources.\n');
});

test('a source that cannot be reached is named with the reason, with exit status 3', async () => {
  const { status, output } = await ingest('--source', 'aurora-blog', '--dry-run');
  expect(status).toBe(3);
  expect(output).toMatch(
    /^aurora-blog: failed, (?:there is no host|the name) aurora\.example\.com.*\n0 sources of 1 answered: 0 items read, and nothing stored\.\n1 source failed:\n {2}aurora-blog: (?:there is no host|the name) aurora\.example\.com.*\n$/,
  );
});
