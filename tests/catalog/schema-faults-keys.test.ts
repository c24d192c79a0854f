import { describe, expect, test } from 'vitest';
import { aModel, faultsOf } from './content-folder.ts';

describe('unknown keys', () => {
  test('a misspelt key is told with the one that was meant', async () => {
    const model = aModel({ specs: '{ contextWindw: 128000, openWeights: false }' });
    expect(await faultsOf(model)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:10  unknown-key
        Unknown key "contextWindw"; did you mean "contextWindow"?
          6 | specs: { contextWindw: 128000, openWeights: false }
            |          ^^^^^^^^^^^^
        expected: one of contextWindow, maxInput, maxOutput, modalities, size, trainingTokens, openWeights, license, weights
        to do: Rename the key, or remove it."
    `);
  });

  test('a key that resembles none is told without a suggestion', async () => {
    expect(await faultsOf(aModel({ popularity: '11' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:1  unknown-key
        Unknown key "popularity".
          7 | popularity: 11
            | ^^^^^^^^^^
        expected: one of name, provider, family, description, releaseDate, knowledgeCutoff, stage, lifecycle, specs, capabilities, pricing, api, offers, benchmarks, aliases, mentions, identifiers, links, sources
        to do: Rename the key, or remove it."
    `);
  });

  test('a key of an entry in a list is told at its place', async () => {
    const offers =
      '[{ provider: cloud-nine, id: sirius-1, price: 2, source: https://cloud-nine.example.com, checked: 2026-02-01 }]';
    expect(await faultsOf(aModel({ offers }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:48  unknown-key
        Unknown key "price".
          7 | …: cloud-nine, id: sirius-1, price: 2, source: https://cloud-nine.example.com, checked: 2026-02-01 }]
            |                              ^^^^^
        expected: one of provider, id, contextWindow, maxOutput, pricing, source, checked
        to do: Rename the key, or remove it."
    `);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the key %s is as unknown as any other',
    async (key) => {
      expect(await faultsOf(`${aModel()}${key}: { name: x }\n`)).toContain(`Unknown key "${key}"`);
    },
  );

  test('a key with other capitals is told with the one that was meant', async () => {
    const model = aModel({ releaseDate: undefined, ReleaseDate: '2024-05-13' });
    expect(await faultsOf(model)).toContain(
      'Unknown key "ReleaseDate"; did you mean "releaseDate"?',
    );
  });
});

describe('missing keys', () => {
  test('a missing key is told with what it holds', async () => {
    expect(await faultsOf(aModel({ provider: undefined }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:1:1  missing-key
        "provider" is missing.
          1 | name: Sirius 1
            | ^^^^^^^^^^^^^^
        expected: text (the maker: the file name of an organisation in content/providers)
        to do: Add "provider:" with what a source says."
    `);
  });

  test('a missing key of a nested map is told at the map', async () => {
    expect(await faultsOf(aModel({ specs: '{ license: MIT }' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:1  missing-key
        "specs.openWeights" is missing.
          6 | specs: { license: MIT }
            | ^^^^^
        expected: true or false
        to do: Add "openWeights:" with what a source says."
    `);
  });

  test('all keys that are missing are told', async () => {
    expect(await faultsOf('name: Sirius 1\n')).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:1:1  missing-key
        "provider" is missing.
          1 | name: Sirius 1
            | ^^^^^^^^^^^^^^
        expected: text (the maker: the file name of an organisation in content/providers)
        to do: Add "provider:" with what a source says.

      content/models/sirius-1.yaml:1:1  missing-key
        "description" is missing.
          1 | name: Sirius 1
            | ^^^^^^^^^^^^^^
        expected: text (our own words, without praise)
        to do: Add "description:" with what a source says.

      content/models/sirius-1.yaml:1:1  missing-key
        "stage" is missing.
          1 | name: Sirius 1
            | ^^^^^^^^^^^^^^
        expected: one of announced, preview, general
        to do: Add "stage:" with what a source says.

      content/models/sirius-1.yaml:1:1  missing-key
        "specs" is missing.
          1 | name: Sirius 1
            | ^^^^^^^^^^^^^^
        expected: a map of keys
        to do: Add "specs:" with what a source says.

      content/models/sirius-1.yaml:1:1  missing-key
        "sources" is missing.
          1 | name: Sirius 1
            | ^^^^^^^^^^^^^^
        expected: a list
        to do: Add "sources:" with what a source says."
    `);
  });
});
