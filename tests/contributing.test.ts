import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../src/catalog/load.ts';
import { problemText } from '../src/catalog/problem.ts';

test('the annotated model of CONTRIBUTING.md passes the check as it stands there', async () => {
  const [, example = ''] =
    /```yaml\n([\s\S]*?)```/.exec(await readFile('CONTRIBUTING.md', 'utf8')) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'contributing-'));
  try {
    await cp('tests/fixtures/catalog', folder, { recursive: true });
    await cp('content/benchmarks/gpqa.yaml', join(folder, 'benchmarks/gpqa.yaml'));
    // What the example names beside itself: its successor; the fixture's first model takes the example's alias.
    const preview = await readFile(join(folder, 'models/aurora-3-preview.yaml'), 'utf8');
    await writeFile(join(folder, 'models/aurora-3.yaml'), preview.replace(' Preview', ''));
    await writeFile(join(folder, 'models/aurora-2.yaml'), example);
    const { problems } = await checkContent(folder, '2026-11-22');
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
    const { problems } = await checkContent(folder, '2026-11-22');
    expect(problems).toHaveLength(1);
    const [message, caret] = [problems[0]?.message ?? '', '^'.repeat(problems[0]?.length ?? 0)];
    expect(text).toContain(message);
    expect(text).toContain(`|   ${caret}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
