import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { protocolSnippets, shownSnippets } from '../../scripts/quickstarts/choose.ts';
import { provenCases, recordProofs } from '../../scripts/quickstarts/record.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { type Ran, runCommand } from './run-command.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quickstarts-content-'));
  await cp('tests/fixtures/catalog', folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const quickstarts = (...words: readonly string[]): Promise<Ran> =>
  runCommand({
    folder: process.cwd(),
    words: ['scripts/quickstarts.ts', ...words],
    settings: { CONTENT_DIR: folder, CATALOG_DATE: '2026-03-01' },
  });

const protocol = (): string => join(folder, 'protocols/openai-responses.yaml');

async function changed(from: string, to: string): Promise<void> {
  const text = await readFile(protocol(), 'utf8');
  expect(text).toContain(from);
  await writeFile(protocol(), text.replace(from, to));
}

const withoutTime = (text: string): string => text.replace(/in \d+ s/, 'in N s');

test('a model’s snippets in one language are proven, and nothing is recorded', async () => {
  const before = await readFile(protocol(), 'utf8');
  const { status, output } = await quickstarts('--model', 'aurora-2', '--language', 'curl');
  expect(withoutTime(output)).toBe(
    'Proved 5 snippets: 5 by themselves, the rest by substitution, in N s.\n',
  );
  expect(status).toBe(0);
  expect(await readFile(protocol(), 'utf8')).toBe(before);
});

test('a fault is told with the model, the snippet, what was sent and what was expected', async () => {
  await changed('{{baseUrl}}/responses \\', '{{baseUrl}}/response \\');
  const { status, output } = await quickstarts('--model', 'aurora-2', '--language', 'curl');
  expect(output).toContain('aurora-2: aurora-labs, openai-responses, basic, curl – run');
  expect(output).toContain(
    'POST https://api.aurora.example.com/v1/response was asked for; expected POST https://api.aurora.example.com/v1/responses.',
  );
  expect(output).toContain('sent: POST https://api.aurora.example.com/v1/response {');
  expect(output).toContain('1 faults in 5 snippets');
  expect(status).toBe(1);
});

test('what a whole run proves is recorded with the day, and once', async () => {
  const before = await readFile(protocol(), 'utf8');
  await writeFile(protocol(), before.replace(/^proven:[\s\S]*$/m, ''));
  const first = await quickstarts();
  expect(first.errors).not.toContain('fault');
  expect(first.status).toBe(0);
  expect(first.output).toContain('Recorded what is new of openai-responses.');
  const after = await readFile(protocol(), 'utf8');
  expect(after).toMatch(
    /^proven:\n {2}curl:\n {4}on: 2026-03-01\n {4}cases:\n {6}- "[0-9a-f]{12}"/m,
  );
  const catalog = await loadCatalog({ contentDir: folder, day: '2026-04-01' });
  const all = [...shownSnippets(catalog), ...protocolSnippets(catalog)];
  expect(await recordProofs(folder, provenCases(catalog, all))).toEqual([]);
  expect(await readFile(protocol(), 'utf8')).toBe(after);
});

test.each([
  ['--model', 'aurora-9', 'The catalog has no model "aurora-9".'],
  ['--language', 'cobol', '--language takes curl, python, typescript, not "cobol"'],
])('%s %s is refused', async (option, value, told) => {
  const { status, errors } = await quickstarts(option, value);
  expect(errors).toContain(told);
  expect(status).toBe(2);
});
