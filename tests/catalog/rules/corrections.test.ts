import { expect, test } from 'vitest';
import { aCorrection, aModel, catalogOf, faultsIn } from '../content-folder.ts';

const models = { 'models/sirius-1.yaml': aModel({ aliases: '[sirius-one]' }) };
const faultsOfCorrection = (correction: string) =>
  faultsIn({ ...models, 'corrections/thread-12.yaml': correction });

test('a correction that changes nothing is refused', async () => {
  expect(await faultsOfCorrection(aCorrection({ add: undefined }))).toMatchInlineSnapshot(`
    "content/corrections/thread-12.yaml:1:6  changes-nothing
      The correction neither adds a model nor removes one.
        1 | url: https://forum.example.com/t/12
          |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: add, remove, or both
      to do: Name the models that the item is about under add, and those that it is not under remove."
  `);
});

test('a model that is both added and removed is refused', async () => {
  expect(await faultsOfCorrection(aCorrection({ remove: '[sirius-1]' }))).toMatchInlineSnapshot(`
    "content/corrections/thread-12.yaml:4:10  contradiction
      "sirius-1" is added and removed.
        4 | remove: [sirius-1]
          |          ^^^^^^^^
      expected: a model in one of the two lists
      to do: Remove it from the list that is wrong."
  `);
});

test.each(['add', 'remove'])('an unknown model under %s is refused', async (key) => {
  const correction = aCorrection({ add: undefined, [key]: '[sirius-9]' });
  expect(await faultsOfCorrection(correction)).toContain(
    'Unknown model "sirius-9"; did you mean "sirius-1"?',
  );
});

test.each(['add', 'remove'])('an alias under %s is refused', async (key) => {
  const correction = aCorrection({ add: undefined, [key]: '[sirius-one]' });
  expect(await faultsOfCorrection(correction)).toContain(
    'The model "sirius-one" is an alias of "sirius-1".',
  );
});

test('two corrections of one item are refused', async () => {
  const files = {
    ...models,
    'corrections/thread-12.yaml': aCorrection(),
    'corrections/thread-12-again.yaml': aCorrection(),
  };
  expect(await faultsIn(files)).toMatchInlineSnapshot(`
    "content/corrections/thread-12.yaml:1:6  duplicate-address
      The item of this address is corrected in content/corrections/thread-12-again.yaml already.
        1 | url: https://forum.example.com/t/12
          |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: one correction an item
      found: https://forum.example.com/t/12
      to do: Merge the two files."
  `);
});

test('a correction without a reason is refused', async () => {
  expect(await faultsOfCorrection(aCorrection({ reason: undefined }))).toContain('missing-key');
});

test('a correction that only removes is accepted, and joins the catalog', async () => {
  const correction = aCorrection({ add: undefined, remove: '[sirius-1]' });
  const { corrections } = await catalogOf({ ...models, 'corrections/thread-12.yaml': correction });
  expect(corrections.get('thread-12')).toMatchObject({
    id: 'thread-12',
    url: 'https://forum.example.com/t/12',
    remove: ['sirius-1'],
  });
});
