import { expect, test } from 'vitest';
import { aBenchmark, aModel, aProvider, faultsIn, faultsOf } from '../content-folder.ts';

const rows = (...facts: readonly string[]): string =>
  facts.map((fact) => `\n  - { ${fact}, source: https://sirius.example.com }`).join('');

test('a modality that is given twice is refused', async () => {
  const specs =
    '{ modalities: { input: [text, image, text], output: [text] }, openWeights: false }';
  expect(await faultsOf(aModel({ specs }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:45  given-twice
      The modality "text" is given twice.
        6 | specs: { modalities: { input: [text, image, text], output: [text] }, openWeights: false }
          |                                             ^^^^
      expected: each modality once
      to do: Remove one."
  `);
});

test('a capability that is given twice is refused', async () => {
  expect(await faultsOf(aModel({ capabilities: '[batch, batch]' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:23  given-twice
      The capability "batch" is given twice.
        7 | capabilities: [batch, batch]
          |                       ^^^^^
      expected: each capability once
      to do: Remove one."
  `);
});

test('an offer that is given twice is refused', async () => {
  const offer = 'provider: cloud-nine, id: sirius-1, checked: 2026-02-01';
  expect(await faultsOf(aModel({ offers: rows(offer, offer) }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:9:5  given-twice
      The offer "cloud-nine sirius-1" is given twice.
        9 |   - { provider: cloud-nine, id: sirius-1, checked: 2026-02-01, source: https://sirius.example.com }
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: each offer once
      to do: Remove one."
  `);
});

test('a score that is given twice is refused, also where its source differs', async () => {
  const score = 'benchmark: parallax, score: 88, variant: 5-shot, reportedBy: maker';
  const benchmarks = rows(score, `${score}, via: night-sky`);
  expect(await faultsOf(aModel({ benchmarks }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:9:5  given-twice
      The score "parallax, 5-shot, maker" is given twice: 88 and 88.
        9 |   - { benchmark: parallax, score: 88, variant: 5-shot, reportedBy: maker, via: night-sky, source: ht…
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: each score once
      to do: Remove one, or state the condition or the day in which they differ."
  `);
});

test.each([
  [
    'modalities of the output',
    { specs: '{ modalities: { input: [text], output: [text, text] }, openWeights: false }' },
  ],
  ['mentions', { mentions: '[S1, S1]' }],
  ['snapshots', { api: '{ id: sirius-1, snapshots: [sirius-1-a, sirius-1-a] }' }],
])('%s are each given once', async (_, facts) => {
  expect(await faultsOf(aModel(facts))).toContain('given-twice');
});

test('a kind of provider that is given twice is refused', async () => {
  const provider = aProvider({ kinds: '[maker, host, maker]' });
  expect(await faultsIn({ 'providers/sirius.yaml': provider })).toMatchInlineSnapshot(`
    "content/providers/sirius.yaml:2:22  given-twice
      The kind "maker" is given twice.
        2 | kinds: [maker, host, maker]
          |                      ^^^^^
      expected: each kind once
      to do: Remove one."
  `);
});

test('an alias of a benchmark that is given twice is refused', async () => {
  const benchmark = aBenchmark({ aliases: '[PLX, PLX]' });
  expect(await faultsIn({ 'benchmarks/parallax.yaml': benchmark })).toMatchInlineSnapshot(`
    "content/benchmarks/parallax.yaml:7:16  given-twice
      The alias "PLX" is given twice.
        7 | aliases: [PLX, PLX]
          |                ^^^
      expected: each alias once
      to do: Remove one."
  `);
});

test('a source that is given twice is refused', async () => {
  const source =
    '\n  - { url: https://sirius.example.com, covers: [releaseDate, specs], checked: 2026-02-01, confidence: maker }';
  expect(await faultsOf(aModel({ sources: source + source }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:9:5  given-twice
      The source "https://sirius.example.com for releaseDate, specs" is given twice.
        9 |   - { url: https://sirius.example.com, covers: [releaseDate, specs], checked: 2026-02-01, confidence…
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: each source once
      to do: Remove one."
  `);
});

test('two figures of one measurement are refused', async () => {
  const score = (figure: number) => `benchmark: parallax, score: ${figure}, reportedBy: maker`;
  expect(await faultsOf(aModel({ benchmarks: rows(score(88), score(87)) }))).toContain(
    'The score "parallax, maker" is given twice: 88 and 87.',
  );
});

test('two ids at one provider are two offers', async () => {
  const offer = (id: string): string => `provider: cloud-nine, id: ${id}, checked: 2026-02-01`;
  expect(await faultsOf(aModel({ offers: rows(offer('sirius-1'), offer('sirius-1-eu')) }))).toBe(
    '',
  );
});

test.each([
  ['two conditions', 'score: 88, variant: 5-shot', 'score: 88'],
  ['figures of two days', 'score: 88, date: 2025-01', 'score: 87, date: 2025-02'],
  ['figures of two versions', 'score: 88, snapshot: sirius-1-a', 'score: 87'],
])('%s are two scores', async (_, one, other) => {
  const score = (facts: string): string => `benchmark: parallax, ${facts}, reportedBy: maker`;
  expect(await faultsOf(aModel({ benchmarks: rows(score(one), score(other)) }))).toBe('');
});
