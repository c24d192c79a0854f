import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { askedFindings } from '../../../scripts/drift/pick.ts';
import type { Drift, Finding } from '../../../src/drift/finding.ts';

const aFinding = (parts: Partial<Finding>): Finding => ({
  kind: 'differs',
  model: 'aurora-1',
  field: 'pricing',
  provider: 'aurora-labs',
  ours: 1,
  theirs: 2,
  url: 'https://set.example/aurora-1',
  change: { kind: 'price', price: { input: 2 } },
  ...parts,
});

const held = { url: 'https://aurora.example.com', confidence: 'maker', day: '2026-02-01' } as const;

const drift: Drift = {
  findings: [
    aFinding({ field: 'a' }),
    aFinding({ field: 'b', held }),
    aFinding({ field: 'c' }),
    aFinding({ field: 'd', change: undefined }),
    aFinding({ field: 'e' }),
  ],
  aside: [],
  newModels: [],
  unread: [],
  compared: 1,
  listed: 1,
};

/** What is picked when a terminal answers so. */
async function pickedBy(answers: string) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const said = text(output);
  input.end(answers);
  const picked = await askedFindings(drift, { input, output });
  output.end();
  return { fields: picked.map(({ field }) => field), said: await said };
}

test.each([
  ['y\ny\ny\n', ['a', 'c', 'e']],
  ['n\nyes\n\n', ['c']],
  ['y\nq\n', ['a']],
  ['y\n', ['a']],
  ['', []],
])('to the answers %j, %j is picked', async (answers, fields) => {
  expect((await pickedBy(answers)).fields).toEqual(fields);
});

test('what was read at the maker, and what cannot be written, is not asked', async () => {
  const { said } = await pickedBy('n\nn\nn\n');
  expect(said).toContain('\naurora-1\n  a  1 → 2\n  https://set.example/aurora-1\n');
  expect(said).toContain('Write theirs? 3 of 3 [y/N/quit]');
  expect(said).not.toMatch(/ {2}[bd] {2}/);
});
