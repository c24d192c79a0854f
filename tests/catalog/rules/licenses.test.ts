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

test.each([
  'apache-2.0',
  'Apache License 2.0',
  'mit',
  'The MIT License',
  'cc by nc 4.0',
  'Apache License Version 2.0',
])('another spelling, "%s", is refused', async (license) => {
  expect(await faultsOf(under(license))).toContain('in the SPDX list');
});

test.each(['Apche-2.0', 'Apache 2', 'Apache2'])('"%s" is told what was meant', async (name) => {
  expect(await faultsOf(under(name))).toContain(
    `Unknown licence "${name}"; did you mean "Apache-2.0"?`,
  );
});

test.each([
  ['MTI', '"MIT"'],
  ['Proprietery', '"proprietary"'],
  ['CC-BY-4', '"CC-BY-4.0"'],
  ['GPL3', '"GPL-3.0-only" or "GPL-3.0-or-later"'],
  ['LGPL-3.0', '"LGPL-3.0-only" or "LGPL-3.0-or-later"'],
  ['CC-BY-NC-SA', '"CC-BY-NC-SA-4.0" or "CC-BY-NC-SA-3.0" or "CC-BY-NC-SA-2.5"'],
])('"%s" is told that it may be %s', async (name, meant) => {
  expect(await faultsOf(under(name))).toContain(
    `Unknown licence "${name}"; did you mean ${meant}?`,
  );
});

test.each(['open source', 'Open-Source', 'open weights', 'free', 'other', 'various'])(
  '"%s" is told to name no licence',
  async (words) => {
    expect(await faultsOf(under(words))).toContain(`"${words}" names no licence.`);
  },
);

test('a slip in a name that several files use is told; another version of it is none', async () => {
  const faults = await faultsIn({
    'models/a.yaml': under('Starlight 3 Community License', { name: 'A' }),
    'models/b.yaml': under('Starlight 3 Comunity License', { name: 'B' }),
    'models/c.yaml': under('Starlight 3 Community License', { name: 'C' }),
    'models/d.yaml': under('Starlight 4 Community License', { name: 'D' }),
  });
  expect(faults).toContain('Unknown licence "Starlight 3 Comunity License"; did you mean');
  expect(faults).not.toContain('Starlight 4');
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
  expect(faults).toContain('The licence "Starlight" is called "Starlight License" in other files');
});

test('of two spellings that are equally usual, each file is told of the other', async () => {
  const faults = await faultsIn({
    'models/a.yaml': under('Starlight 3 License', { name: 'A' }),
    'models/b.yaml': under('Starlight-3 license', { name: 'B' }),
  });
  expect(faults.match(/license-name/g)).toHaveLength(2);
  expect(faults).toContain('Choose one of the two, and write it in both files.');
});

test.each(['MNPL', '星光许可证', 'Apache-3.0'])('"%s" is no slip of another', async (name) => {
  expect(await faultsOf(under(name))).toBe('');
});
