import { expect, test } from 'vitest';
import { aModel, faultsOf } from '../content-folder.ts';

const priced = (facts: string, specs = ''): string =>
  aModel({
    specs: `{ ${specs} openWeights: false }`,
    pricing: `\n  - { from: 2024-05-13, ${facts}, source: https://sirius.example.com }`,
  });

test('a cached input that costs more than a fresh one is refused', async () => {
  expect(await faultsOf(priced('input: 1, cachedInput: 1.5'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:48  impossible-figure
      cachedInput 1.5 costs more than input 1.
        8 |   - { from: 2024-05-13, input: 1, cachedInput: 1.5, source: https://sirius.example.com }
          |                                                ^^^
      expected: at most 1
      found: 1.5
      to do: Check both figures at their sources."
  `);
});

test('a cached input that costs more than a fresh one is refused in a tier', async () => {
  const tiers = 'tiers: [{ above: 200000, input: 2, cachedInput: 2.5 }]';
  expect(await faultsOf(priced(`input: 1, ${tiers}`))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:83  impossible-figure
      cachedInput 2.5 costs more than input 2.
        8 | …put: 1, tiers: [{ above: 200000, input: 2, cachedInput: 2.5 }], source: https://sirius.example.com }
          |                                                          ^^^
      expected: at most 2
      found: 2.5
      to do: Check both figures at their sources."
  `);
});

test('a cached input that costs more than a fresh one is refused in an offer', async () => {
  const offers =
    '\n  - { provider: cloud-nine, id: sirius-1, pricing: { input: 1, cachedInput: 3 }, source: https://cloud-nine.example.com, checked: 2026-02-01 }';
  expect(await faultsOf(aModel({ offers }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:77  impossible-figure
      cachedInput 3 costs more than input 1.
        8 | …pricing: { input: 1, cachedInput: 3 }, source: https://cloud-nine.example.com, checked: 2026-02-01 }
          |                                    ^
      expected: at most 1
      found: 3
      to do: Check both figures at their sources."
  `);
});

test('tiers that do not rise are refused', async () => {
  const tiers = 'tiers: [{ above: 200000, input: 2 }, { above: 128000, input: 3 }]';
  expect(await faultsOf(priced(`input: 1, ${tiers}`))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:81  impossible-figure
      The tier above 128000 stands after one above 200000.
        8 | …rs: [{ above: 200000, input: 2 }, { above: 128000, input: 3 }], source: https://sirius.example.com }
          |                                             ^^^^^^
      expected: tiers by rising threshold
      found: 128000
      to do: Check both figures at their sources."
  `);
});

test('two tiers from one threshold on are refused', async () => {
  const tiers = 'tiers: [{ above: 200000, input: 2 }, { above: 200000, input: 3 }]';
  expect(await faultsOf(priced(`input: 1, ${tiers}`))).toContain('impossible-figure');
});

test('a tier that no request reaches is refused', async () => {
  const tiers = 'tiers: [{ above: 200000, input: 2 }]';
  const model = priced(`input: 1, ${tiers}`, 'contextWindow: 200000,');
  expect(await faultsOf(model)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:52  impossible-figure
      No request is above 200000: contextWindow is 200000.
        8 | …om: 2024-05-13, input: 1, tiers: [{ above: 200000, input: 2 }], source: https://sirius.example.com }
          |                                             ^^^^^^
      expected: less than 200000
      found: 200000
      to do: Check both figures at their sources."
  `);
});

test.each([
  ['a cached input that costs as much as a fresh one', 'input: 1, cachedInput: 1'],
  ['writing to the cache for more than a fresh input', 'input: 1, cacheWrite: 1.25'],
  ['an input that costs more than the output', 'input: 2, output: 1'],
  [
    'tiers by rising threshold',
    'input: 1, tiers: [{ above: 128000, input: 2 }, { above: 200000, input: 3 }]',
  ],
])('%s is possible', async (_, facts) => {
  expect(await faultsOf(priced(facts))).toBe('');
});

const steps = (...rows: readonly string[]) =>
  aModel({
    pricing: rows.map((row) => `\n  - { ${row}, source: https://sirius.example.com }`).join(''),
  });

test('a step that changes no price is refused', async () => {
  const rows = ['from: 2024-05-13, input: 1', 'from: 2025-01-10, dateIs: observed, input: 1'];
  expect(await faultsOf(steps(...rows))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:9:5  no-change
      From 2025-01-10 on, this charges what the row from 2024-05-13 charges.
        9 |   - { from: 2025-01-10, dateIs: observed, input: 1, source: https://sirius.example.com }
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: a row only where a price or its note changes
      to do: Remove the row; if its source says more, name that source in the row from 2024-05-13."
  `);
});

test.each(['input: 2', 'input: 1, output: 3', 'input: 1, note: half price at night'])(
  'a step to "%s" is one',
  async (charges) => {
    const rows = ['from: 2024-05-13, input: 1', `from: 2025-01-10, ${charges}`];
    expect(await faultsOf(steps(...rows))).toBe('');
  },
);

test.each([
  ['whose change cannot be read', 'from: 2025-01-10, input: 1, cachedInput: lots'],
  ['of a key that is misspelt', 'from: 2025-01-10, input: 1, cachedinput: 0.1'],
])('a step %s is not told to change nothing', async (_, row) => {
  const faults = await faultsOf(steps('from: 2024-05-13, input: 1', row));
  expect(faults).not.toBe('');
  expect(faults).not.toContain('no-change');
});

test('of prices out of order that alone is told', async () => {
  const rows = ['from: 2025-05-13, input: 1', 'from: 2025-03-01, input: 1'];
  const faults = await faultsOf(steps(...rows));
  expect(faults).toContain('prices-out-of-order');
  expect(faults).not.toContain('no-change');
});
