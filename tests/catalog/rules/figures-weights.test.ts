import { expect, test } from 'vitest';
import { aModel, faultsOf } from '../content-folder.ts';

test('weights of a closed model are refused', async () => {
  const specs = '{ openWeights: false, weights: https://huggingface.co/sirius/one }';
  expect(await faultsOf(aModel({ specs }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:39  contradiction
      The file links weights but says openWeights: false.
        6 | specs: { openWeights: false, weights: https://huggingface.co/sirius/one }
          |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: openWeights: true, or no weights
      to do: If anybody can fetch the weights, write openWeights: true."
  `);
});

test.each(['proprietary', 'Proprietary'])(
  'open weights under the licence "%s" are refused',
  async (license) => {
    const specs = `{ openWeights: true, license: ${license} }`;
    expect(await faultsOf(aModel({ specs }))).toContain('contradiction');
  },
);

test('open weights under a proprietary licence are told at the licence', async () => {
  const specs = '{ openWeights: true, license: proprietary }';
  expect(await faultsOf(aModel({ specs }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:38  contradiction
      The file says openWeights: true and license: proprietary.
        6 | specs: { openWeights: true, license: proprietary }
          |                                      ^^^^^^^^^^^
      expected: the name of the licence that the weights come under
      to do: Write the licence as the weights’ page names it."
  `);
});

test('open weights without a place to fetch them are possible', async () => {
  expect(await faultsOf(aModel({ specs: '{ openWeights: true, license: MIT }' }))).toBe('');
});
