import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const explain = (...args: readonly string[]) =>
  runCommand({
    folder: process.cwd(),
    words: ['scripts/explain.ts', ...args],
    settings: { CONTENT_DIR: 'tests/fixtures/catalog', CATALOG_DATE: '2026-03-01' },
  });

test('what is linked and what was refused is shown with the reasons', async () => {
  const { status, output } = await explain('--text', 'Aurora 2 beats Aurora 9 and Borealis-X');
  expect(status).toBe(0);
  expect(output).toMatchInlineSnapshot(`
    "Linked:

    aurora-2  model, 98 %
      “Aurora 2” is a name of Aurora 2; it needs no company.

    Near misses:

    “Aurora”  not aurora-1, aurora-2, aurora-3-preview
      Refused: the catalog does not have its version 9.
    “Borealis”  not borealis-7b
      Refused: “-x” makes another name of it.
    "
  `);
});

test('a text that names nothing is said to name nothing', async () => {
  const { status, output } = await explain('--text', 'Bread is dearer');
  expect({ status, output }).toEqual({ status: 0, output: 'No model is named.\n' });
});

test('without a text it tells how to call it', async () => {
  const { status, errors } = await explain();
  expect(status).toBe(2);
  expect(errors).toContain('--text is missing.');
});
