import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isCollection, isMap, isNode, isScalar, type Node, parseDocument } from 'yaml';
import { checkContent } from '../../src/catalog/check.ts';
import { aModel, problemsIn } from './content-folder.ts';

const codesOf = async (model: string) =>
  (await problemsIn({ 'models/sirius-1.yaml': model })).map(({ code }) => code);

const towardsNobody = '{ replacement: sirius-9 }';

test('what a file says of others is checked beside its own faults', async () => {
  expect(await codesOf(aModel({ lifecycle: towardsNobody }))).toEqual(['unknown-model']);
  expect(await codesOf(aModel({ famly: 'sirius', lifecycle: towardsNobody }))).toEqual([
    'unknown-key',
    'unknown-model',
  ]);
  expect(await codesOf(aModel({ knowledgeCutoff: '2024-13', lifecycle: towardsNobody }))).toEqual([
    'wrong-date',
    'unknown-model',
  ]);
});

test('where a key that must be there is faulty, only that is told', async () => {
  expect(await codesOf(aModel({ stage: 'genral', lifecycle: towardsNobody }))).toEqual([
    'unknown-value',
  ]);
});

test('a list with a faulty item is left out whole, and the rest is checked', async () => {
  const aliases = '[Altair, other, other]';
  expect(await codesOf(aModel({ aliases, lifecycle: towardsNobody }))).toEqual([
    'wrong-slug',
    'unknown-model',
  ]);
  const benchmarks =
    '[{ benchmark: parallax, score: 90.5%, reportedBy: maker, source: https://sirius.example.com }]';
  expect(await codesOf(aModel({ benchmarks, lifecycle: towardsNobody }))).toEqual([
    'wrong-type',
    'unknown-model',
  ]);
});

test('what lacks a key that must be there is left out, and the rest is checked', async () => {
  const specs = '{ modalities: { input: [txt], output: [text] }, openWeights: false }';
  expect(await codesOf(aModel({ specs, lifecycle: towardsNobody }))).toEqual([
    'unknown-value',
    'unknown-model',
  ]);
});

/** Where in a text the value of each key stands, at any depth. */
function valuesIn(node: unknown): readonly Node[] {
  if (!isCollection(node)) return [];
  if (!isMap(node)) return node.items.flatMap(valuesIn);
  return node.items.flatMap(({ value }) => [...(isNode(value) ? [value] : []), ...valuesIn(value)]);
}

test('a field that does not fit is told once, whichever it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'model-tracker-content-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp('tests/fixtures/catalog', folder, { recursive: true });
  const path = join(folder, 'models/aurora-2.yaml');
  const text = await readFile(path, 'utf8');
  const values = valuesIn(parseDocument(text).contents);
  expect(values.filter(isScalar).length).toBeGreaterThan(40);
  for (const { range } of values) {
    const [start, end] = range as [number, number, number];
    await writeFile(path, `${text.slice(0, start)}{ misplaced: 1 }${text.slice(end)}`);
    const { problems } = await checkContent(folder, '2026-03-01');
    const line = text.slice(0, start).split('\n').length;
    expect(problems, `line ${line}`).not.toEqual([]);
    // A key that is not known stands inside the value, one that lacks its value on the line above.
    const strays = problems.filter((one) => one.file !== path || Math.abs(one.line - line) > 1);
    expect(strays, `line ${line}`).toEqual([]);
  }
});
