import { describe, expect, test } from 'vitest';
import { aModel, aProvider, faultsIn, faultsOf } from './content-folder.ts';

describe('wrong types', () => {
  test('a text where a number belongs is refused', async () => {
    const model = aModel({ specs: '{ contextWindow: 128K, openWeights: false }' });
    expect(await faultsOf(model)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:25  wrong-type
        "specs.contextWindow" is not a number.
          6 | specs: { contextWindow: 128K, openWeights: false }
            |                         ^^^^
        expected: a whole number (tokens, input and output together)
        found: 128K
        to do: Write the bare value, without quotes or units."
    `);
  });

  test('a number where a text belongs is refused', async () => {
    expect(await faultsOf(aModel({ name: '1' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:1:7  wrong-type
        "name" is not text.
          1 | name: 1
            |       ^
        expected: text
        found: 1
        to do: Put the value in quotes if it is meant as text."
    `);
  });

  test('a number where a date belongs is refused', async () => {
    expect(await faultsOf(aModel({ releaseDate: '2024' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:4:14  wrong-type
        "releaseDate" is not a date.
          4 | releaseDate: 2024
            |              ^^^^
        expected: a day or a month, YYYY-MM-DD or YYYY-MM (the first day on which others than the maker could use it)
        found: 2024
        to do: Write the date as the source gives it, in ISO 8601: 2024-05-13, or 2024-05 where only the month is known."
    `);
  });

  test('a list where a map belongs is refused', async () => {
    expect(await faultsOf(aModel({ specs: '[openWeights]' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:8  wrong-type
        "specs" is not a map of keys.
          6 | specs: [openWeights]
            |        ^^^^^^^^^^^^^
        expected: a map of keys
        found: [openWeights]
        to do: Write its keys indented below it, or in braces: { key: value }."
    `);
  });

  test('a text where a list belongs is refused', async () => {
    expect(await faultsOf(aModel({ aliases: 'sirius-one' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:10  wrong-type
        "aliases" is not a list.
          7 | aliases: sirius-one
            |          ^^^^^^^^^^
        expected: a list (older or other slugs; each redirects)
        found: sirius-one
        to do: Write it as a list: [one, other]."
    `);
  });

  test('a map where a list belongs is refused', async () => {
    expect(await faultsOf(aModel({ aliases: '{ one: sirius-one }' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:1  wrong-type
        "aliases" is not a list.
          7 | aliases: { one: sirius-one }
            | ^^^^^^^
        expected: a list (older or other slugs; each redirects)
        found: { one: sirius-one }
        to do: Write it as a list: [one, other]."
    `);
  });

  test('"yes" is a text, not true', async () => {
    expect(await faultsOf(aModel({ specs: '{ openWeights: yes }' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:23  wrong-type
        "specs.openWeights" is not true or false.
          6 | specs: { openWeights: yes }
            |                       ^^^
        expected: true or false
        found: yes
        to do: Write true or false."
    `);
  });

  test('a fraction of a token is refused', async () => {
    const model = aModel({ specs: '{ maxOutput: 0.5, openWeights: false }' });
    expect(await faultsOf(model)).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:21  wrong-type
        "specs.maxOutput" is not a whole number.
          6 | specs: { maxOutput: 0.5, openWeights: false }
            |                     ^^^
        expected: a whole number (tokens)
        found: 0.5
        to do: Compare with the source: units, zeros and the decimal point."
    `);
  });

  test('a number with a unit is told in full', async () => {
    const specs = '{ size: { total: 7B }, openWeights: false }';
    expect(await faultsOf(aModel({ specs }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:25  wrong-type
        "specs.size.total" is not a number.
          6 | specs: { size: { total: 7B }, openWeights: false }
            |                         ^^
        expected: a number (parameters)
        found: 7B
        to do: Write the bare value, without quotes or units."
    `);
  });
});

describe('unknown values', () => {
  test('a misspelt value is told with the one that was meant', async () => {
    expect(await faultsOf(aModel({ stage: 'genral' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:5:8  unknown-value
        "genral" is no value of stage; did you mean "general"?
          5 | stage: genral
            |        ^^^^^^
        expected: one of announced, preview, general
        found: genral
        to do: Choose one of these values."
    `);
  });

  test('a value that resembles none is told without a suggestion', async () => {
    expect(await faultsOf(aModel({ capabilities: '[telepathy]' }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:7:16  unknown-value
        "telepathy" is no value of capabilities.0.
          7 | capabilities: [telepathy]
            |                ^^^^^^^^^
        expected: one of reasoning, toolCalling, structuredOutput, temperature, fineTuning, promptCaching, batch
        found: telepathy
        to do: Choose one of these values."
    `);
  });

  test('a modality that does not exist is refused', async () => {
    const specs = '{ modalities: { input: [txt], output: [text] }, openWeights: false }';
    expect(await faultsOf(aModel({ specs }))).toMatchInlineSnapshot(`
      "content/models/sirius-1.yaml:6:32  unknown-value
        "txt" is no value of specs.modalities.input.0; did you mean "text"?
          6 | specs: { modalities: { input: [txt], output: [text] }, openWeights: false }
            |                                ^^^
        expected: one of text, image, audio, video, pdf, embedding
        found: txt
        to do: Choose one of these values."
    `);
  });

  test('a monogram of four letters is refused', async () => {
    const provider = aProvider({ monogram: 'Siri' });
    expect(await faultsIn({ 'providers/sirius.yaml': provider })).toMatchInlineSnapshot(`
      "content/providers/sirius.yaml:4:11  wrong-value
        "monogram" is not written as it must be.
          4 | monogram: Siri
            |           ^^^^
        expected: text (one to three letters, shown beside the name)
        found: Siri
        to do: See how other files of its kind have it."
    `);
  });

  test('a key variable in small letters is refused', async () => {
    const provider = aProvider({ api: '{ keyVariable: sirius_api_key }' });
    expect(await faultsIn({ 'providers/sirius.yaml': provider })).toMatchInlineSnapshot(`
      "content/providers/sirius.yaml:8:21  wrong-value
        "api.keyVariable" is not written as it must be.
          8 | api: { keyVariable: sirius_api_key }
            |                     ^^^^^^^^^^^^^^
        expected: text (the environment variable that its tools read the key from)
        found: sirius_api_key
        to do: See how other files of its kind have it."
    `);
  });
});
