import { expect, test } from 'vitest';
import { knownModel } from '../../../src/catalog/lookup.ts';
import { confidenceOf, sourcesOf, statedFacts } from '../../../src/catalog/rules/coverage.ts';
import { aModel, catalogOf, faultsOf } from '../content-folder.ts';

const source = (covers: string, page = 'one'): string =>
  `\n  - { url: https://sirius.example.com/${page}, covers: [${covers}], checked: 2026-02-01, confidence: maker }`;

test('a fact that no source covers is refused', async () => {
  const sources = source('releaseDate, specs');
  expect(await faultsOf(aModel({ knowledgeCutoff: '2023-10', sources }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:1  no-source
      No source covers knowledgeCutoff.
        7 | knowledgeCutoff: 2023-10
          | ^^^^^^^^^^^^^^^
      expected: a source whose covers has knowledgeCutoff
      to do: Add the page that says so under sources, or leave the fact out."
  `);
});

test('a specification that no source covers is refused', async () => {
  const specs = '\n  contextWindow: 8192\n  openWeights: false';
  const sources = source('releaseDate, specs.openWeights');
  expect(await faultsOf(aModel({ specs, sources }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:3  no-source
      No source covers specs.contextWindow.
        7 |   contextWindow: 8192
          |   ^^^^^^^^^^^^^
      expected: a source whose covers has specs.contextWindow or specs
      to do: Add the page that says so under sources, or leave the fact out."
  `);
});

test('a source that covers what the file does not state is refused', async () => {
  const sources = source('releaseDate, specs, capabilities');
  expect(await faultsOf(aModel({ sources }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:73  covers-nothing
      This source covers capabilities, which the file does not state.
        8 | …xample.com/one, covers: [releaseDate, specs, capabilities], checked: 2026-02-01, confidence: maker }
          |                                               ^^^^^^^^^^^^
      expected: only sections that the file has
      to do: Remove "capabilities" here, or add what the source says."
  `);
});

test('a source that covers a specification that the file does not state is refused', async () => {
  const sources = source('releaseDate, specs, specs.size');
  expect(await faultsOf(aModel({ sources }))).toContain('covers-nothing');
});

test('a source that covers a section twice is refused', async () => {
  const sources = source('releaseDate, specs, specs');
  expect(await faultsOf(aModel({ sources }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:73  given-twice
      This source covers "specs" twice.
        8 | …irius.example.com/one, covers: [releaseDate, specs, specs], checked: 2026-02-01, confidence: maker }
          |                                                      ^^^^^
      expected: each section once
      to do: Remove one."
  `);
});

test('a source that covers nothing at all is refused', async () => {
  const sources = source('releaseDate, specs') + source('');
  expect(await faultsOf(aModel({ sources }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:9:44  empty-value
      "sources.1.covers" is empty.
        9 |   - { url: https://sirius.example.com/one, covers: [], checked: 2026-02-01, confidence: maker }
          |                                            ^^^^^^
      expected: a value
      to do: Write the value; what is not known is left out, key and all."
  `);
});

test('a section that no file has cannot be covered', async () => {
  const sources = source('releaseDate, specs, pricing');
  expect(await faultsOf(aModel({ sources }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:73  unknown-value
      "pricing" is no value of sources.0.covers.2.
        8 | …ius.example.com/one, covers: [releaseDate, specs, pricing], checked: 2026-02-01, confidence: maker }
          |                                                    ^^^^^^^
      expected: one of releaseDate, knowledgeCutoff, lifecycle, specs, specs.contextWindow, specs.maxInput, specs.maxOutput, specs.modalities, specs.size, specs.trainingTokens, specs.openWeights, specs.license, specs.weights, capabilities, api
      found: pricing
      to do: Choose one of these values."
  `);
});

test('a section covers its parts', async () => {
  const specs = '{ contextWindow: 8192, size: { total: 7e9 }, openWeights: false }';
  expect(await faultsOf(aModel({ specs, sources: source('releaseDate, specs') }))).toBe('');
});

test('the source of a part goes before that of its section', async () => {
  const specs = '{ contextWindow: 8192, openWeights: false }';
  const sources = source('releaseDate, specs') + source('specs.contextWindow', 'limits');
  const { models } = await catalogOf({ 'models/sirius-1.yaml': aModel({ specs, sources }) });
  const model = [...models.values()].flatMap((value) =>
    statedFacts(value).map((fact) => [fact, ...sourcesOf(value, fact).map(({ url }) => url)]),
  );
  expect(model).toEqual([
    ['releaseDate', 'https://sirius.example.com/one'],
    ['specs.contextWindow', 'https://sirius.example.com/limits'],
    ['specs.openWeights', 'https://sirius.example.com/one'],
  ]);
});

test('a list of capabilities is as sure as the least of its sources, another fact as the best', async () => {
  const source = (confidence: string) =>
    `{ url: https://sirius.example.com/${confidence}, covers: [specs, capabilities], checked: 2026-02-01, confidence: ${confidence} }`;
  const model = aModel({
    releaseDate: undefined,
    capabilities: '[reasoning, temperature]',
    sources: `[${source('maker')}, ${source('reported')}]`,
  });
  const catalog = await catalogOf({ 'models/sirius-1.yaml': model });
  const sirius = knownModel(catalog, 'sirius-1');
  expect(confidenceOf(sirius, 'capabilities')).toBe('reported');
  expect(confidenceOf(sirius, 'specs.openWeights')).toBe('maker');
});
