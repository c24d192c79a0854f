import { expect, test } from 'vitest';
import { aModel, faultsIn } from '../content-folder.ts';

test('an id of another catalog that two models claim is refused', async () => {
  const files = {
    'models/sirius-1.yaml': aModel({ identifiers: '{ openRouter: [sirius/one] }' }),
    'models/sirius-2.yaml': aModel({
      name: 'Sirius 2',
      identifiers: '{ openRouter: [sirius/two, sirius/one] }',
    }),
  };
  expect(await faultsIn(files)).toMatchInlineSnapshot(`
    "content/models/sirius-2.yaml:7:41  duplicate-identifier
      "sirius/one" stands under openRouter in content/models/sirius-1.yaml already.
        7 | identifiers: { openRouter: [sirius/two, sirius/one] }
          |                                         ^^^^^^^^^^
      expected: each id of another catalog once
      to do: Keep it at the model that the other catalog means."
  `);
});

test('an id that stands twice in one file is refused', async () => {
  const identifiers = '{ modelsDev: [sirius/one, sirius/one] }';
  const found = await faultsIn({ 'models/sirius-1.yaml': aModel({ identifiers }) });
  expect(found).toContain('duplicate-identifier');
});

test('two catalogs may have the same id', async () => {
  const identifiers =
    '{ modelsDev: [sirius/one], openRouter: [sirius/one], llmStats: [sirius/one] }';
  expect(await faultsIn({ 'models/sirius-1.yaml': aModel({ identifiers }) })).toBe('');
});
