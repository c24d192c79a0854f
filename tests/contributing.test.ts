import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../src/catalog/check.ts';
import { problemText } from '../src/catalog/problem.ts';

// The examples were read on days before it.
const today = '2026-11-22';

test('every annotated file of CONTRIBUTING.md passes the check as it stands there', async () => {
  const text = await readFile('CONTRIBUTING.md', 'utf8');
  const examples = [...text.matchAll(/```(?:yaml|markdown)\n([\s\S]*?)```/g)].map(([, one]) => one);
  const [model = '', source = '', notice = '', correction = ''] = examples;
  expect(examples).toHaveLength(4);
  const folder = await mkdtemp(join(tmpdir(), 'contributing-'));
  try {
    await cp('tests/fixtures/catalog', folder, { recursive: true });
    await cp('content/benchmarks/gpqa.yaml', join(folder, 'benchmarks/gpqa.yaml'));
    // What the example names beside itself: its successor; the fixture's first model takes the example's alias.
    const preview = await readFile(join(folder, 'models/aurora-3-preview.yaml'), 'utf8');
    await writeFile(join(folder, 'models/aurora-3.yaml'), preview.replace(' Preview', ''));
    await writeFile(join(folder, 'models/aurora-2.yaml'), model);
    await writeFile(join(folder, 'sources/aurora-status.yaml'), source);
    await writeFile(join(folder, 'news/2025-06-01-aurora-2-price.md'), notice);
    await writeFile(join(folder, 'corrections/aurora-over-the-fjord.yaml'), correction);
    const { problems } = await checkContent(folder, today);
    expect(problems.map(problemText)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the fault that CONTRIBUTING.md shows is told in these words', async () => {
  const text = await readFile('CONTRIBUTING.md', 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'contributing-'));
  try {
    await cp('tests/fixtures/catalog', folder, { recursive: true });
    const path = join(folder, 'models/aurora-2.yaml');
    const model = await readFile(path, 'utf8');
    await writeFile(path, model.replace('contextWindow', 'contextWindw'));
    const { problems } = await checkContent(folder, today);
    expect(problems).toHaveLength(1);
    const [message, caret] = [problems[0]?.message ?? '', '^'.repeat(problems[0]?.length ?? 0)];
    expect(text).toContain(message);
    expect(text).toContain(`|   ${caret}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
