import { describe, expect, test } from 'vitest';
import { aModel, aNotice, faultsIn } from '../content-folder.ts';

const faultsOfText = (text: string) =>
  faultsIn({
    'models/sirius-1.yaml': aModel(),
    'news/2024-05-13-sirius-1.md': aNotice({}, text),
  });

const words = 'Sirius 1 can be used from today on, by whoever asks for it.';

test('HTML is refused at its place', async () => {
  expect(await faultsOfText(`${words}\n\nIt is **very <b>new</b>**.`)).toMatchInlineSnapshot(`
    "content/news/2024-05-13-sirius-1.md:12:14  markup
      The text holds HTML.
        12 | It is **very <b>new</b>**.
           |              ^^^
      expected: paragraphs of words, with emphasis, code and links at most
      to do: Say it in words.

    content/news/2024-05-13-sirius-1.md:12:20  markup
      The text holds HTML.
        12 | It is **very <b>new</b>**.
           |                    ^^^^
      expected: paragraphs of words, with emphasis, code and links at most
      to do: Say it in words."
  `);
});

test.each([
  ['a heading', `# News\n\n${words}`],
  ['a heading', `News\n====\n\n${words}`],
  ['a list', `${words}\n\n- one\n- two`],
  ['a quotation', `> ${words}`],
  ['a block of code', `${words}\n\n    let it = be;`],
  ['a block of code', `${words}\n\n~~~\nlet it = be;\n~~~`],
  ['a picture', `${words} ![A star](https://sirius.example.com/star.png)`],
  ['a rule', `${words}\n\n***`],
  ['a forced line break', `${words}\\\nNext line.`],
  ['HTML', `${words}\n\n<script>alert(1)</script>`],
  ['HTML', `${words} <!-- later -->`],
  ['the definition of a link', `${words} [Here][1].\n\n[1]: https://sirius.example.com`],
])('%s is refused', async (what, text) => {
  expect(await faultsOfText(text)).toContain(`The text holds ${what}.`);
});

describe('links', () => {
  test('a link that runs a script is refused at its place', async () => {
    expect(await faultsOfText(`${words} [Here](javascript:alert(1)).`)).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:10:61  wrong-url
        "javascript:alert(1)" is not a plain link to the web.
          10 | Sirius 1 can be used from today on, by whoever asks for it. [Here](javascript:alert(1)).
             |                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        expected: [words](https://…)
        to do: Write the whole address, without a title."
    `);
  });

  test.each(['/models', 'mailto:a@sirius.example.com', 'data:text/html,x', 'http://localhost', ''])(
    'a link to "%s" is refused',
    async (url) => {
      expect(await faultsOfText(`${words} [Here](${url}).`)).toContain('wrong-url');
    },
  );

  test('a title of a link is refused', async () => {
    expect(await faultsOfText(`${words} [Here](https://a.example.com "Ha").`)).toContain(
      'wrong-url',
    );
  });

  test.each([
    '[the price list](https://sirius.example.com/pricing)',
    '<https://sirius.example.com>',
  ])('%s is accepted', async (link) => {
    expect(await faultsOfText(`${words} See ${link}.`)).toBe('');
  });
});

describe('length', () => {
  test('a text that says nothing is refused', async () => {
    expect(await faultsOfText('It is here.')).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:1:1  too-small
        The text has 11 characters.
        expected: at least 40
        to do: Say what happened, and to what."
    `);
  });

  test('a text of four paragraphs is refused', async () => {
    expect(await faultsOfText([words, words, words, words].join('\n\n'))).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:1:1  too-large
        The text has 242 characters in 4 paragraphs.
        expected: at most 1500, in at most 3 paragraphs
        to do: Shorten it to what the source does not say."
    `);
  });

  const ofLength = (length: number): string =>
    'word '
      .repeat(length / 5)
      .trim()
      .padEnd(length, '.');

  test.each([
    ['39 characters', ofLength(39), 'too-small'],
    ['40 characters', ofLength(40), ''],
    ['1500 characters', ofLength(1500), ''],
    ['1501 characters', ofLength(1501), 'too-large'],
    ['three paragraphs', [words, words, words].join('\n\n'), ''],
    ['no text', '', 'too-small'],
  ])('of %s', async (_, text, code) => {
    const faults = await faultsOfText(text);
    expect(code === '' ? faults : faults.includes(code)).toBe(code === '' ? '' : true);
  });
});
