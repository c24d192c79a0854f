import { describe, expect, test } from 'vitest';
import { aModel, aNotice, catalogOf, faultsIn } from './content-folder.ts';

const path = 'news/2024-05-13-sirius-1.md';
const withModel = (notice: string | Uint8Array) => ({
  'models/sirius-1.yaml': aModel(),
  [path]: notice,
});

const faultsOfNotice = (notice: string | Uint8Array) => faultsIn(withModel(notice));
const newsOf = async (notice: string) => (await catalogOf(withModel(notice))).news;

describe('front matter', () => {
  test('a fault in it is told at its place in the file', async () => {
    expect(await faultsOfNotice(aNotice({ kind: 'relese' }))).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:6:7  unknown-value
        "relese" is no value of kind; did you mean "release"?
          6 | kind: relese
            |       ^^^^^^
        expected: one of release, price, deprecation, retirement, note (release: others than the maker can use it; price: a price changed; deprecation: its end was announced; retirement: its maker ended it; note: anything else)
        found: relese
        to do: Choose one of these values."
    `);
  });

  test('a key that no notice has is refused', async () => {
    expect(await faultsOfNotice(aNotice({ tags: '[new]' }))).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:9:1  unknown-key
        Unknown key "tags".
          9 | tags: [new]
            | ^^^^
        expected: one of title, date, models, provider, kind, source, checked
        to do: Rename the key, or remove it."
    `);
  });

  test('a key that is missing is told at the start of the front matter', async () => {
    expect(await faultsOfNotice(aNotice({ source: undefined }))).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:2:1  missing-key
        "source" is missing.
          2 | title: Sirius opens Sirius 1 to everybody
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        expected: an address on the web (the announcement)
        to do: Add "source:" with what a source says."
    `);
  });

  test('what is no YAML is told at its place in the file', async () => {
    expect(await faultsOfNotice(aNotice({ title: '"Sirius' }))).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:2:8  yaml
        What " opens here is not closed.
          2 | title: "Sirius
            |        ^
        expected: " at its end, further in than the key that it belongs to
        to do: Add " where it ends."
    `);
  });

  test('a file without it is refused', async () => {
    expect(await faultsOfNotice('Sirius 1 can be used from today on.')).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:1:1  no-front-matter
        The file does not start with "---".
        expected: "---", lines of the form "key: value", "---", then the text
        to do: See CONTRIBUTING.md for a complete notice."
    `);
  });

  test('front matter without an end is refused', async () => {
    const notice = aNotice().replace(/\n---\n/, '\n');
    expect(await faultsOfNotice(notice)).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:1:1  no-front-matter
        The front matter does not end with a line "---".
        expected: "---", lines of the form "key: value", "---", then the text
        to do: See CONTRIBUTING.md for a complete notice."
    `);
  });

  test.each([
    ['a language', '---js\n{ title: process.exit() }\n---\nText.'],
    ['a language after a space', '--- json\n{}\n---\nText.'],
    ['four dashes', aNotice().replace('---', '----')],
    ['a line above', `\n${aNotice()}`],
    ['four dashes at its end', aNotice().replace('\n---\n', '\n----\n')],
    ['a word at its end', aNotice().replace('\n---\n', '\n---end\n')],
  ])('%s at its fence is refused, and nothing in it is run', async (_, notice) => {
    expect(await faultsOfNotice(notice)).toContain('no-front-matter');
  });

  test.each([
    ['is empty', '---\n---\nText.'],
    ['is a comment', '---\n# title\n---\nText.'],
    ['is a list', '---\n- title\n---\nText.'],
  ])('what %s is refused', async (_, notice) => {
    expect(await faultsOfNotice(notice)).toContain('not-a-map');
  });

  test('a date in it is text, as YAML 1.2 reads it', async () => {
    const [notice] = await newsOf(aNotice());
    expect(notice).toMatchObject({ date: '2024-05-13', checked: '2026-02-01' });
  });

  test('a file from Windows is read like any other', async () => {
    const text = aNotice({}, 'One line of text, which is long enough,\nand another below it.');
    const [notice] = await newsOf(text);
    const [same] = await newsOf(text.replaceAll('\n', '\r\n'));
    expect(same?.text).toBe(notice?.text);
    expect(same?.title).toBe(notice?.title);
  });
});

describe('the file as a whole', () => {
  test('a tab in the text is told at its place', async () => {
    expect(
      await faultsOfNotice(aNotice({}, 'A text with\ta tab, which is long enough.')),
    ).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:10:12  tab
        The file holds a tab.
          10 | A text with�a tab, which is long enough.
             |            ^
        expected: spaces, two for each level
        to do: Replace the tab by spaces."
    `);
  });

  test.each([
    [
      'a sign that shows nothing',
      aNotice({}, 'A text with a zero\u200bwidth space in its middle.'),
      'odd-character',
    ],
    ['a byte-order mark', `\uFEFF${aNotice()}`, 'byte-order-mark'],
    ['bytes that are no UTF-8', new Uint8Array([45, 45, 45, 255]), 'not-utf-8'],
  ])('%s is refused', async (_, notice, code) => {
    expect(await faultsOfNotice(notice)).toContain(code);
  });

  test('another ending is refused, and told as it should be', async () => {
    const files = { 'models/sirius-1.yaml': aModel(), 'news/2024-05-13-sirius-1.mdx': aNotice() };
    expect(await faultsIn(files)).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.mdx:1:1  wrong-extension
        "2024-05-13-sirius-1.mdx" is no kind of file that belongs here.
        expected: a name that ends in .md
        to do: Rename it to 2024-05-13-sirius-1.md."
    `);
  });

  test('a notice in YAML is refused', async () => {
    expect(await faultsIn({ 'news/2024-05-13-sirius-1.yaml': aNotice() })).toContain(
      'expected: a name that ends in .md',
    );
  });

  test('a folder among the notices is refused', async () => {
    expect(await faultsIn({ 'news/2024/05-13-sirius-1.md': aNotice() })).toContain(
      'expected: Markdown files directly in news',
    );
  });
});

describe('what a notice says', () => {
  test('its Markdown is given as plain text and as HTML', async () => {
    const body =
      'It reads *images* &\nkeeps **two** `books`.\n\nSee [the list](https://a.example.com/?a=1&b=2).';
    const [notice] = await newsOf(aNotice({}, body));
    expect(notice?.text).toBe('It reads images & keeps two books.\n\nSee the list.');
    expect(notice?.html).toMatchInlineSnapshot(`
      "<p>It reads <em>images</em> &amp;
      keeps <strong>two</strong> <code>books</code>.</p>
      <p>See <a href="https://a.example.com/?a=1&amp;b=2">the list</a>.</p>"
    `);
  });

  test('it is newest first; of one day, sorted by name', async () => {
    const { news } = await catalogOf({
      'models/sirius-1.yaml': aModel(),
      'news/2024-05-13-b.md': aNotice({ title: 'The second of one day' }),
      'news/2024-05-13-a.md': aNotice({ title: 'The first of one day' }),
      'news/2025-01-01-c.md': aNotice({ title: 'The newest of all', date: '2025-01-01' }),
    });
    expect(news.map(({ id }) => id)).toEqual(['2025-01-01-c', '2024-05-13-a', '2024-05-13-b']);
  });

  test('a folder without news is no fault', async () => {
    expect((await catalogOf({ 'models/sirius-1.yaml': aModel() })).news).toEqual([]);
  });
});
