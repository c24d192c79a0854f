import { expect, test } from 'vitest';
import { aBenchmark, aDataset, aModel, aProvider, faultsIn } from '../content-folder.ts';

test('an alias that is the slug of another model is refused', async () => {
  const files = {
    'models/sirius-1.yaml': aModel(),
    'models/sirius-2.yaml': aModel({ name: 'Sirius 2', aliases: '[sirius-one, sirius-1]' }),
  };
  expect(await faultsIn(files)).toMatchInlineSnapshot(`
    "content/models/sirius-2.yaml:7:23  duplicate-slug
      The alias "sirius-1" is the slug of a model of its own.
        7 | aliases: [sirius-one, sirius-1]
          |                       ^^^^^^^^
      expected: an alias that no model file is named after
      to do: Remove the alias, or the file sirius-1.yaml if both are one model."
  `);
});

test('an alias that is the slug of its own file is refused', async () => {
  expect(
    await faultsIn({ 'models/sirius-1.yaml': aModel({ aliases: '[sirius-1]' }) }),
  ).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:11  duplicate-slug
      The alias "sirius-1" is the slug of this very file.
        7 | aliases: [sirius-1]
          |           ^^^^^^^^
      expected: a name other than the file’s own
      to do: Remove the alias."
  `);
});

test('an alias that two models claim is refused', async () => {
  const files = {
    'models/sirius-1.yaml': aModel({ aliases: '[sirius]' }),
    'models/sirius-2.yaml': aModel({ name: 'Sirius 2', aliases: '[sirius]' }),
  };
  expect(await faultsIn(files)).toMatchInlineSnapshot(`
    "content/models/sirius-2.yaml:7:11  duplicate-alias
      The alias "sirius" stands in content/models/sirius-1.yaml already.
        7 | aliases: [sirius]
          |           ^^^^^^
      expected: each alias once in the catalog
      to do: Keep it where it leads readers to the model that was meant."
  `);
});

test('an alias that stands twice in one file is refused', async () => {
  expect(
    await faultsIn({ 'models/sirius-1.yaml': aModel({ aliases: '[sirius, sirius]' }) }),
  ).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:19  duplicate-alias
      The alias "sirius" stands in content/models/sirius-1.yaml already.
        7 | aliases: [sirius, sirius]
          |                   ^^^^^^
      expected: each alias once in the catalog
      to do: Keep it where it leads readers to the model that was meant."
  `);
});

test('a display name that two models of one maker have is refused, whatever its case', async () => {
  const files = {
    'models/sirius-1.yaml': aModel({ name: 'Sirius One' }),
    'models/sirius-2.yaml': aModel({ name: 'SIRIUS one' }),
  };
  expect(await faultsIn(files)).toMatchInlineSnapshot(`
    "content/models/sirius-2.yaml:1:7  duplicate-name
      This is the name of content/models/sirius-1.yaml too.
        1 | name: SIRIUS one
          |       ^^^^^^^^^^
      expected: a name that tells the two apart
      found: SIRIUS one
      to do: Merge the files if they are one thing; else write what sets this one apart."
  `);
});

test('two makers may give their models one name', async () => {
  const files = {
    'providers/vega.yaml': aProvider({ name: 'Vega' }),
    'models/sirius-1.yaml': aModel({ name: 'One' }),
    'models/vega-1.yaml': aModel({ name: 'One', provider: 'vega' }),
  };
  expect(await faultsIn(files)).toBe('');
});

test.each([
  ['full-width letters', 'Redshift', 'Ｒｅｄｓｈｉｆｔ'],
  ['an accent written apart', 'Rédshift', 'Re\u0301dshift'],
])('a display name that looks the same with %s is refused', async (_, name, other) => {
  const files = {
    'benchmarks/redshift.yaml': aBenchmark({ name }),
    'benchmarks/redshift-2.yaml': aBenchmark({ name: other }),
  };
  expect(await faultsIn(files)).toContain('duplicate-name');
});

test('a display name that two providers have is refused', async () => {
  expect(await faultsIn({ 'providers/vega.yaml': aProvider() })).toMatchInlineSnapshot(`
    "content/providers/vega.yaml:1:7  duplicate-name
      This is the name of content/providers/sirius.yaml too.
        1 | name: Sirius
          |       ^^^^^^
      expected: a name that tells the two apart
      found: Sirius
      to do: Merge the files if they are one thing; else write what sets this one apart."
  `);
});

test('a display name that two data sets have is refused', async () => {
  expect(await faultsIn({ 'datasets/stars.yaml': aDataset() })).toMatchInlineSnapshot(`
    "content/datasets/stars.yaml:1:7  duplicate-name
      This is the name of content/datasets/night-sky.yaml too.
        1 | name: Night Sky
          |       ^^^^^^^^^
      expected: a name that tells the two apart
      found: Night Sky
      to do: Merge the files if they are one thing; else write what sets this one apart."
  `);
});

test('an alias of a benchmark that is the name of another is refused', async () => {
  const benchmark = aBenchmark({ name: 'Redshift', aliases: '[RedShift, Parallax]' });
  expect(await faultsIn({ 'benchmarks/redshift.yaml': benchmark })).toMatchInlineSnapshot(`
    "content/benchmarks/redshift.yaml:7:21  duplicate-name
      This is the name of content/benchmarks/parallax.yaml too.
        7 | aliases: [RedShift, Parallax]
          |                     ^^^^^^^^
      expected: a name that tells the two apart
      found: Parallax
      to do: Merge the files if they are one thing; else write what sets this one apart."
  `);
});

test('a slug that an endpoint answers is refused', async () => {
  expect(await faultsIn({ 'models/popular.yaml': aModel() })).toMatchInlineSnapshot(`
    "content/models/popular.yaml:1:1  reserved-name
      The address models/popular is taken by a page of its own.
      expected: a file name other than index, popular, compare
      to do: Rename the file after what it holds."
  `);
});

test('an alias that an endpoint answers is refused', async () => {
  expect(
    await faultsIn({ 'models/sirius-1.yaml': aModel({ aliases: '[compare]' }) }),
  ).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:11  reserved-name
      The address models/compare is taken by a page of its own.
        7 | aliases: [compare]
          |           ^^^^^^^
      expected: an alias other than index, popular, compare
      to do: Remove the alias."
  `);
});

test.each([
  ['models/index.yaml', aModel()],
  ['providers/index.yaml', aProvider({ name: 'Index' })],
  ['benchmarks/index.yaml', aBenchmark({ name: 'Index' })],
  ['datasets/index.yaml', aDataset({ name: 'Index' })],
])('%s is refused: it would take the place of the overview', async (path, text) => {
  expect(await faultsIn({ [path]: text })).toContain('reserved-name');
});
