import { expect, test } from 'vitest';
import { aModel, aProvider, faultsIn, faultsOf } from '../content-folder.ts';

const described = (text: string): string =>
  aModel({ description: `>-\n  A made-up language model that is ${text} by all who tried it.` });

test('HTML in a description is refused', async () => {
  expect(await faultsOf(described('<b>loved</b>'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:4:36  markup
      The text holds markup: "<b>".
        4 |   A made-up language model that is <b>loved</b> by all who tried it.
          |                                    ^^^
      expected: plain text: no HTML, Markdown, entities or addresses
      found: >- A made-up language model that is <b>loved</b> by all who…
      to do: Say it in words; addresses belong under links or sources."
  `);
});

test('a Markdown link in a description is refused', async () => {
  expect(await faultsOf(described('[loved](/reviews)'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:4:42  markup
      The text holds markup: "](".
        4 |   A made-up language model that is [loved](/reviews) by all who tried it.
          |                                          ^^
      expected: plain text: no HTML, Markdown, entities or addresses
      found: >- A made-up language model that is [loved](/reviews) by al…
      to do: Say it in words; addresses belong under links or sources."
  `);
});

test('an entity in a description is refused', async () => {
  expect(await faultsOf(described('loved &amp; feared'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:4:42  markup
      The text holds markup: "&amp;".
        4 |   A made-up language model that is loved &amp; feared by all who tried it.
          |                                          ^^^^^
      expected: plain text: no HTML, Markdown, entities or addresses
      found: >- A made-up language model that is loved &amp; feared by a…
      to do: Say it in words; addresses belong under links or sources."
  `);
});

test('an address in a description is refused', async () => {
  expect(
    await faultsOf(described('loved (see https://sirius.example.com)')),
  ).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:4:47  markup
      The text holds markup: "https:".
        4 |   A made-up language model that is loved (see https://sirius.example.com) by all who tried it.
          |                                               ^^^^^^
      expected: plain text: no HTML, Markdown, entities or addresses
      found: >- A made-up language model that is loved (see https://siri…
      to do: Say it in words; addresses belong under links or sources."
  `);
});

test.each([
  ['an element that is not closed', '<img src=x onerror=alert(1)'],
  ['a closing tag', 'loved</p>'],
  ['a comment', '<!-- loved -->'],
  ['a numeric entity', '&#60;script&#62;'],
  ['a hexadecimal entity', '&#x3c;script&#x3e;'],
  ['bold Markdown', '**loved**'],
  ['bold Markdown with underscores', '__loved__'],
  ['code', '`loved`'],
  ['a struck-out word', '~~feared~~ loved'],
  ['a link by reference', '[loved][1]'],
  ['an address without a scheme', 'loved (www.example.com)'],
])('%s in a description is refused', async (_, text) => {
  expect(await faultsOf(described(text))).toContain('The text holds markup: "');
});

test.each([
  ['comparisons', 'used below <128k and >128k tokens, or 5 < x & y > 3,'],
  ['an ampersand', 'loved at S&P 500 and in R&D, sold by Weights & Biases,'],
  ['a star', 'known as Sirius-S* and loved'],
  ['brackets', 'loved [sic] (by some), in the range [0, 1] (mostly),'],
  ['underscores', 'known as max_position_embeddings and loved'],
])('%s in a description are plain text', async (_, text) => {
  expect(await faultsOf(described(text))).toBe('');
});

test('a description that is too short is refused', async () => {
  expect(await faultsOf(aModel({ description: 'A made-up model.' }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:3:14  too-small
      "description" must have at least 40 characters; it has 16.
        3 | description: A made-up model.
          |              ^^^^^^^^^^^^^^^^
      expected: text (our own words, without praise)
      found: A made-up model.
      to do: Say what sets it apart from others."
  `);
});

test('a description that is too long is refused', async () => {
  const description = 'A made-up language model. '.repeat(12).trim();
  expect(await faultsOf(aModel({ description }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:3:14  too-large
      "description" must have at most 300 characters; it has 311.
        3 | description: A made-up language model. A made-up language model. A made-up language model. A made-up…
          |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: text (our own words, without praise)
      found: A made-up language model. A made-up language model. A made-…
      to do: Shorten it to what matters."
  `);
});

test.each([
  [39, 'too-small'],
  [301, 'too-large'],
])('a description of %i characters is %s', async (length, code) => {
  expect(await faultsOf(aModel({ description: 'x'.repeat(length) }))).toContain(code);
});

test.each([40, 300])('a description of %i characters is accepted', async (length) => {
  expect(await faultsOf(aModel({ description: 'x'.repeat(length) }))).toBe('');
});

test('names are plain text too', async () => {
  const provider = aProvider({ name: '<i>Sirius</i>' });
  expect(await faultsIn({ 'providers/sirius.yaml': provider })).toMatchInlineSnapshot(`
    "content/providers/sirius.yaml:1:7  markup
      The text holds markup: "<i>".
        1 | name: <i>Sirius</i>
          |       ^^^
      expected: plain text: no HTML, Markdown, entities or addresses
      found: <i>Sirius</i>
      to do: Say it in words; addresses belong under links or sources."
  `);
});

test('a name of 81 characters is refused', async () => {
  expect(await faultsOf(aModel({ name: 'x'.repeat(81) }))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:1:7  too-large
      "name" must have at most 80 characters; it has 81.
        1 | name: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
          |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: text
      found: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
      to do: Shorten it to what matters."
  `);
});
