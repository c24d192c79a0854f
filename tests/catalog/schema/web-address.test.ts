import { expect, test } from 'vitest';
import { aModel, aProvider, faultsIn, faultsOf } from '../content-folder.ts';

const withDocs = (docs: string): string => aModel({ links: `\n  docs: ${docs}` });

test('a script in place of an address is refused', async () => {
  expect(await faultsOf(withDocs('javascript:alert(1)'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:9  wrong-url
      "javascript:alert(1)" is not an address on the web.
        8 |   docs: javascript:alert(1)
          |         ^^^^^^^^^^^^^^^^^^^
      expected: an absolute URL that starts with https:// or http://, without a user name, spaces, quotes or signs such as < > { }
      found: javascript:alert(1)
      to do: Copy the whole address from the browser."
  `);
});

test('an address of another protocol is refused', async () => {
  expect(await faultsOf(withDocs('ftp://sirius.example.com/docs'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:9  wrong-url
      "ftp://sirius.example.com/docs" is not an address on the web.
        8 |   docs: ftp://sirius.example.com/docs
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: an absolute URL that starts with https:// or http://, without a user name, spaces, quotes or signs such as < > { }
      found: ftp://sirius.example.com/docs
      to do: Copy the whole address from the browser."
  `);
});

test('an address without a scheme is refused', async () => {
  expect(await faultsOf(withDocs('sirius.example.com/docs'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:9  wrong-url
      "sirius.example.com/docs" is not an address on the web.
        8 |   docs: sirius.example.com/docs
          |         ^^^^^^^^^^^^^^^^^^^^^^^
      expected: an absolute URL that starts with https:// or http://, without a user name, spaces, quotes or signs such as < > { }
      found: sirius.example.com/docs
      to do: Copy the whole address from the browser."
  `);
});

test('an address with a name and a password is refused', async () => {
  expect(await faultsOf(withDocs('https://user:secret@sirius.example.com'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:8:9  wrong-url
      "https://user:secret@sirius.example.com" is not an address on the web.
        8 |   docs: https://user:secret@sirius.example.com
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: an absolute URL that starts with https:// or http://, without a user name, spaces, quotes or signs such as < > { }
      found: https://user:secret@sirius.example.com
      to do: Copy the whole address from the browser."
  `);
});

test.each([
  ['a password alone', 'https://:secret@sirius.example.com'],
  ['a name alone', 'https://user@sirius.example.com'],
  ['data in the address', 'data:text/html,<script>alert(1)</script>'],
  ['a file', 'file:///etc/passwd'],
  ['capital letters of a script', 'JavaScript:alert(1)'],
  ['a path', '/docs'],
  ['an address relative to the scheme', '//sirius.example.com'],
  ['a scheme without slashes, which a browser takes for a path', 'https:sirius.example.com'],
  ['one slash', 'https:/sirius.example.com'],
  ['three slashes', 'https:///sirius.example.com'],
  ['backslashes', 'https:\\\\sirius.example.com'],
  ['a backslash in the path', 'https://sirius.example.com\\docs'],
  ['a host of one word', 'https://localhost'],
  ['no host', 'https://'],
  ['a space', 'https://sirius.example.com/two words'],
  ['a quote that could end an attribute', `'https://sirius.example.com/"onclick=alert(1)'`],
  ['angle brackets', 'https://sirius.example.com/<script>'],
  ['a placeholder', '"https://{region}.example.com"'],
  ['two addresses', 'https://one.example.com,https://two.example.com '],
  ['Markdown', '"[docs](https://sirius.example.com)"'],
])('%s is no address', async (_, docs) => {
  expect(await faultsOf(withDocs(docs))).toContain('wrong-url');
});

test.each([
  'https://sirius.example.com',
  'http://sirius.example.com:8080/docs?page=1&all#top',
  'https://sirius.example.com/%7Euser/a(b)c_d;e,f',
  'https://bücher.example.com/größe',
  'https://web.archive.org/web/2024/https://sirius.example.com/',
])('%s is accepted', async (docs) => {
  expect(await faultsOf(withDocs(docs))).toBe('');
});

test('the address of an API is held to the same', async () => {
  const provider = aProvider({ api: '{ baseUrl: "javascript:alert(1)" }' });
  expect(await faultsIn({ 'providers/sirius.yaml': provider })).toMatchInlineSnapshot(`
    "content/providers/sirius.yaml:8:17  wrong-url
      "javascript:alert(1)" is not an address on the web.
        8 | api: { baseUrl: "javascript:alert(1)" }
          |                 ^^^^^^^^^^^^^^^^^^^^^
      expected: an absolute URL that starts with https:// or http://, without a user name, spaces, quotes or signs such as < > { }
      found: "javascript:alert(1)"
      to do: Copy the whole address from the browser."
  `);
});
