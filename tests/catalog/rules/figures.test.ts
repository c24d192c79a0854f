import { describe, expect, test } from 'vitest';
import { aBenchmark, aModel, faultsIn, faultsOf } from '../content-folder.ts';

const specified = (specs: string): string => aModel({ specs: `{ ${specs}, openWeights: false }` });

const offered = (facts: string, specs = ''): string =>
  aModel({
    specs: `{ ${specs} openWeights: false }`,
    offers: `\n  - { provider: cloud-nine, id: sirius-1, ${facts}, source: https://cloud-nine.example.com, checked: 2026-02-01 }`,
  });

const scored = (score: string): string =>
  aModel({
    benchmarks: `\n  - { benchmark: parallax, score: ${score}, reportedBy: maker, source: https://sirius.example.com }`,
  });

describe('limits', () => {
  test('an output above the context window is refused', async () => {
    const model = specified('contextWindow: 8192, maxOutput: 8193');
    expect(await faultsOf(model)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:42  impossible-figure
        maxOutput 8193 is above contextWindow 8192.
          6 | specs: { contextWindow: 8192, maxOutput: 8193, openWeights: false }
            |                                          ^^^^
        expected: at most 8192
        found: 8193
        to do: Check both figures at their sources."
    `);
  });

  test('an input limit above the context window is refused', async () => {
    const model = specified('contextWindow: 8192, maxInput: 10000');
    expect(await faultsOf(model)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:41  impossible-figure
        maxInput 10000 is above contextWindow 8192.
          6 | specs: { contextWindow: 8192, maxInput: 10000, openWeights: false }
            |                                         ^^^^^
        expected: at most 8192
        found: 10000
        to do: Check both figures at their sources."
    `);
  });

  test('more active parameters than there are is refused', async () => {
    const model = specified('size: { total: 7e9, active: 47e9 }');
    expect(await faultsOf(model)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:38  impossible-figure
        size.active 47000000000 is above size.total 7000000000.
          6 | specs: { size: { total: 7e9, active: 47e9 }, openWeights: false }
            |                                      ^^^^
        expected: at most 7000000000
        found: 47e9
        to do: Check both figures at their sources."
    `);
  });

  test('an output of an offer above its own context window is refused', async () => {
    expect(await faultsOf(offered('contextWindow: 4096, maxOutput: 8192'))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:8:75  impossible-figure
        maxOutput 8192 is above this offer’s contextWindow 4096.
          8 | … contextWindow: 4096, maxOutput: 8192, source: https://cloud-nine.example.com, checked: 2026-02-01 }
            |                                   ^^^^
        expected: at most 4096
        found: 8192
        to do: Check both figures at their sources."
    `);
  });

  test('an output of an offer above the context window of the model is refused', async () => {
    const model = offered('maxOutput: 8193', 'contextWindow: 8192,');
    expect(await faultsOf(model)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:8:54  impossible-figure
        maxOutput 8193 is above the model’s contextWindow 8192.
          8 | …d-nine, id: sirius-1, maxOutput: 8193, source: https://cloud-nine.example.com, checked: 2026-02-01 }
            |                                   ^^^^
        expected: at most 8192
        found: 8193
        to do: Check both figures at their sources."
    `);
  });

  test.each([
    ['an output as long as the context window', 'contextWindow: 8192, maxOutput: 8192'],
    ['an input as long as the context window', 'contextWindow: 8192, maxInput: 8192'],
    ['an output without a context window', 'maxOutput: 8192'],
    ['all parameters active', 'size: { total: 7e9, active: 7e9 }'],
  ])('%s is possible', async (_, specs) => {
    expect(await faultsOf(specified(specs))).toBe('');
  });

  test.each(['', 'contextWindow: 8192,'])(
    'an offer need not name its limits where the model has "%s"',
    async (specs) => {
      const model = offered('pricing: { input: 1 }', specs);
      expect(await faultsOf(model)).toBe('');
    },
  );

  test('an offer may have a wider context window than the model', async () => {
    const model = offered('contextWindow: 16384, maxOutput: 16384', 'contextWindow: 8192,');
    expect(await faultsOf(model)).toBe('');
  });
});

describe('scores', () => {
  test('a score above the range of its benchmark is refused', async () => {
    expect(await faultsOf(scored('100.1'))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:8:35  impossible-figure
        The score 100.1 is outside the range of Parallax.
          8 |   - { benchmark: parallax, score: 100.1, reportedBy: maker, source: https://sirius.example.com }
            |                                   ^^^^^
        expected: from 0 to 100 (percent)
        found: 100.1
        to do: Check both figures at their sources."
    `);
  });

  test('a score below the range of its benchmark is refused', async () => {
    expect(await faultsOf(scored('-0.1'))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:8:35  impossible-figure
        The score -0.1 is outside the range of Parallax.
          8 |   - { benchmark: parallax, score: -0.1, reportedBy: maker, source: https://sirius.example.com }
            |                                   ^^^^
        expected: from 0 to 100 (percent)
        found: -0.1
        to do: Check both figures at their sources."
    `);
  });

  test.each(['0', '100', '61.25'])('a score of %s is possible', async (score) => {
    expect(await faultsOf(scored(score))).toBe('');
  });

  test.each([
    ['is turned round', '{ min: 100, max: 0 }'],
    ['has no length', '{ min: 100, max: 100 }'],
  ])('a range that %s is refused', async (_, range) => {
    const found = await faultsIn({ 'benchmarks/parallax.yaml': aBenchmark({ range }) });
    expect(found).toContain('impossible-figure');
  });

  test('a range that is turned round is told with its other end', async () => {
    const benchmark = aBenchmark({ range: '{ min: 100, max: 0 }' });
    expect(await faultsIn({ 'benchmarks/parallax.yaml': benchmark })).toMatchInlineSnapshot(`
      "content/benchmarks/parallax.yaml:4:25  impossible-figure
        The range ends at 0 and starts at 100.
          4 | range: { min: 100, max: 0 }
            |                         ^
        expected: more than 100
        found: 0
        to do: Check both figures at their sources."
    `);
  });

  test('a range of fractions in percent is refused', async () => {
    const benchmark = aBenchmark({ range: '{ min: 0, max: 1 }' });
    expect(await faultsIn({ 'benchmarks/parallax.yaml': benchmark })).toMatchInlineSnapshot(`
      "content/benchmarks/parallax.yaml:4:23  impossible-figure
        A range in percent ends at 100, not at 1.
          4 | range: { min: 0, max: 1 }
            |                       ^
        expected: 100
        found: 1
        to do: Write the scores as percent, or choose the unit points."
    `);
  });

  test.each([
    ['points', '{ min: 0, max: 1 }'],
    ['rating', '{ min: -500, max: 4000 }'],
    ['percent', '{ min: -100, max: 100 }'],
  ])('a range in %s may be %s', async (unit, range) => {
    const benchmark = aBenchmark({ unit, range });
    expect(await faultsIn({ 'benchmarks/parallax.yaml': benchmark })).toBe('');
  });
});

describe('a share of one where percent are asked for', () => {
  const filesOf = (scores: readonly number[]) =>
    Object.fromEntries(
      scores.map((score, index) => [
        `models/sirius-${index}.yaml`,
        scored(String(score)).replace('Sirius 1', `Sirius ${index}`),
      ]),
    );

  test('is refused where all others score far more', async () => {
    expect(await faultsIn(filesOf([0.887, 91.2, 45, 60]))).toMatchInlineSnapshot(`
      "content/models/sirius-0.yaml:8:35  impossible-figure
        The score 0.887 reads as a share of one; the lowest other score of Parallax is 45 percent.
          8 |   - { benchmark: parallax, score: 0.887, reportedBy: maker, source: https://sirius.example.com }
            |                                   ^^^^^
        expected: percent, from 0 to 100
        found: 0.887
        to do: Write 88.7 if that is what the source means."
    `);
  });

  test.each([[[0.887, 4, 45, 60]], [[0.887, 91, 45]], [[0, 91, 45, 60]], [[1, 91, 45, 60]]])(
    'is none among %j',
    async (scores) => {
      expect(await faultsIn(filesOf(scores))).toBe('');
    },
  );
});
