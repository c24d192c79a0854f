import { describe, expect, test } from 'vitest';
import { aModel, aProvider, faultsIn, faultsOf } from '../content-folder.ts';

const scored = (facts: string): string =>
  aModel({
    benchmarks: `\n  - { ${facts}, score: 88, reportedBy: maker, source: https://sirius.example.com }`,
  });

const succeeded = (name: string, replacement: string): string =>
  aModel({ name, lifecycle: `{ replacement: ${replacement} }` });

describe('what does not exist', () => {
  test('a provider that is misspelt is told with the one that was meant', async () => {
    expect(await faultsOf(aModel({ provider: 'sirus' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:2:11  unknown-provider
        Unknown provider "sirus"; did you mean "sirius"?
          2 | provider: sirus
            |           ^^^^^
        expected: the name of a file in content/providers
        to do: Correct the id, or add content/providers/sirus.yaml."
    `);
  });

  test('"opnai" is told with "openai"', async () => {
    const files = {
      'providers/openai.yaml': aProvider({ name: 'OpenAI' }),
      'models/gpt-4.yaml': aModel({ provider: 'opnai' }),
    };
    expect(await faultsIn(files)).toMatchInlineSnapshot(`
      "content/models/gpt-4.yaml:2:11  unknown-provider
        Unknown provider "opnai"; did you mean "openai"?
          2 | provider: opnai
            |           ^^^^^
        expected: the name of a file in content/providers
        to do: Correct the id, or add content/providers/opnai.yaml."
    `);
  });

  test('a provider that resembles none is told without a suggestion', async () => {
    expect(await faultsOf(aModel({ provider: 'betelgeuse' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:2:11  unknown-provider
        Unknown provider "betelgeuse".
          2 | provider: betelgeuse
            |           ^^^^^^^^^^
        expected: the name of a file in content/providers
        to do: Correct the id, or add content/providers/betelgeuse.yaml."
    `);
  });

  test('a provider of an offer that does not exist is refused', async () => {
    const offers =
      '\n  - { provider: cloud-ten, id: sirius-1, source: https://cloud-nine.example.com, checked: 2026-02-01 }';
    expect(await faultsOf(aModel({ offers }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:8:17  unknown-provider
        Unknown provider "cloud-ten"; did you mean "cloud-nine"?
          8 |   - { provider: cloud-ten, id: sirius-1, source: https://cloud-nine.example.com, checked: 2026-02-01…
            |                 ^^^^^^^^^
        expected: the name of a file in content/providers
        to do: Correct the id, or add content/providers/cloud-ten.yaml."
    `);
  });

  test('a benchmark that does not exist is refused', async () => {
    expect(await faultsOf(scored('benchmark: paralax'))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:8:18  unknown-benchmark
        Unknown benchmark "paralax"; did you mean "parallax"?
          8 |   - { benchmark: paralax, score: 88, reportedBy: maker, source: https://sirius.example.com }
            |                  ^^^^^^^
        expected: the name of a file in content/benchmarks
        to do: Correct the id, or add content/benchmarks/paralax.yaml."
    `);
  });

  test('a data set that does not exist is refused', async () => {
    expect(await faultsOf(scored('benchmark: parallax, via: day-sky'))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:8:33  unknown-data-set
        Unknown data set "day-sky".
          8 | …enchmark: parallax, via: day-sky, score: 88, reportedBy: maker, source: https://sirius.example.com }
            |                           ^^^^^^^
        expected: the name of a file in content/datasets
        to do: Correct the id, or add content/datasets/day-sky.yaml."
    `);
  });

  test('a replacement that does not exist is told with another model, never the file itself', async () => {
    const files = {
      'models/sirius-1.yaml': succeeded('Sirius 1', 'sirius-3'),
      'models/sirius-2.yaml': aModel({ name: 'Sirius 2' }),
    };
    expect(await faultsIn(files)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:27  unknown-model
        Unknown model "sirius-3"; did you mean "sirius-2"?
          7 | lifecycle: { replacement: sirius-3 }
            |                           ^^^^^^^^
        expected: the name of a file in content/models
        to do: Correct the slug, or leave the replacement out."
    `);
  });

  test.each(['constructor', 'tostring', '4'])(
    'the provider "%s" exists no more than others',
    async (provider) => {
      expect(await faultsOf(aModel({ provider: `"${provider}"` }))).toContain('unknown-provider');
    },
  );
});

describe('what exists and is not meant', () => {
  test('a provider that makes no models is no maker', async () => {
    expect(await faultsOf(aModel({ provider: 'cloud-nine' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:2:11  not-a-maker
        "cloud-nine" serves models but makes none.
          2 | provider: cloud-nine
            |           ^^^^^^^^^^
        expected: the organisation that trained the model
        to do: Name the maker; "cloud-nine" belongs under offers. If it makes models too, add maker to its kinds."
    `);
  });

  test('a replacement that is an alias is told with the slug', async () => {
    const files = {
      'models/sirius-1.yaml': succeeded('Sirius 1', 'sirius-ii'),
      'models/sirius-2.yaml': aModel({ name: 'Sirius 2', aliases: '[sirius-ii]' }),
    };
    expect(await faultsIn(files)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:27  unknown-model
        The replacement "sirius-ii" is an alias of "sirius-2".
          7 | lifecycle: { replacement: sirius-ii }
            |                           ^^^^^^^^^
        expected: the name of a file in content/models
        to do: Write "sirius-2"."
    `);
  });
});
