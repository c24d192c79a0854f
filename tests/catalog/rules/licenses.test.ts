import { expect, test } from 'vitest';
import { aModel, faultsIn, faultsOf } from '../content-folder.ts';

const under = (license: string, more: Record<string, string> = {}) =>
  aModel({ specs: `{ openWeights: true, license: ${license} }`, ...more });

test('a licence of the SPDX list is named as it stands there', async () => {
  expect(await faultsOf(under('Apache 2.0'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:6:38  license-name
      The licence "Apache 2.0" is called "Apache-2.0" in the SPDX list.
        6 | specs: { openWeights: true, license: Apache 2.0 }
          |                                      ^^^^^^^^^^
      expected: Apache-2.0
      to do: Write "Apache-2.0"."
  `);
});

test.each(['apache-2.0', 'Apache License 2.0', 'mit', 'The MIT License', 'cc by nc 4.0'])(
  'another spelling, "%s", is refused',
  async (license) => {
    expect(await faultsOf(under(license))).toContain('in the SPDX list');
  },
);

test.each(['Apche-2.0', 'Apache 2', 'Apache2'])('"%s" is told what was meant', async (name) => {
  expect(await faultsOf(under(name))).toContain(
    `Unknown licence "${name}"; did you mean "Apache-2.0"?`,
  );
});

test.each([
  'OpenMDW-1.1',
  'proprietary',
  'non-commercial',
  'Qwen License',
  'Llama 3.1 Community License',
])('what the list does not know, "%s", is a name of its own', async (license) => {
  const openWeights = String(license !== 'proprietary');
  const specs = `{ openWeights: ${openWeights}, license: ${license} }`;
  expect(await faultsOf(aModel({ specs }))).toBe('');
});

test('a licence off the list has the name that most files use', async () => {
  const faults = await faultsIn({
    'models/a.yaml': under('Starlight License', { name: 'A' }),
    'models/b.yaml': under('Starlight', { name: 'B' }),
    'models/c.yaml': under('Starlight License', { name: 'C' }),
  });
  expect(faults).toContain('The licence "Starlight" is called "Starlight License" in the other');
});
