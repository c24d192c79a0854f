import { describe, expect, test } from 'vitest';
import { aSource, catalogOf, faultsIn } from '../content-folder.ts';
import { sound } from './source-of-each-reader.ts';

const faultsOfSource = (facts: Readonly<Record<string, string | undefined>>) =>
  faultsIn({ 'sources/sirius-blog.yaml': aSource(facts) });

describe.each(Object.entries(sound))('the reader %s', (reader, facts) => {
  test('takes a source that says what it needs', async () => {
    expect(await faultsOfSource({ reader, ...facts })).toBe('');
  });

  test('refuses items that it cannot bring', async () => {
    const kind = facts.kind === 'jobs' ? 'discussions' : 'jobs';
    expect(await faultsOfSource({ reader, ...facts, kind })).toContain('wrong-reader');
  });

  test.each(
    facts.address.startsWith('https:')
      ? [
          'http://sirius.example.com/feed.xml',
          'sirius',
          'https://localhost/feed',
          'ftp://sirius.example.com',
        ]
      : ['https://boards.example.com/sirius', 'a/b/c', '../sirius', 'sirius?x=1'],
  )('refuses the address %s', async (address) => {
    expect(await faultsOfSource({ reader, ...facts, address })).toContain('wrong-address');
  });
});

test('an address that its reader cannot read is told', async () => {
  expect(
    await faultsOfSource({
      ...sound.greenhouse,
      reader: 'greenhouse',
      address: 'https://boards.greenhouse.io/sirius',
    }),
  ).toMatchInlineSnapshot(`
    "content/sources/sirius-blog.yaml:4:10  wrong-address
      The reader greenhouse cannot read "https://boards.greenhouse.io/sirius".
        4 | address: https://boards.greenhouse.io/sirius
          |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: the name of the board alone, as it stands in its address
      found: https://boards.greenhouse.io/sirius
      to do: Write anthropic for https://boards.greenhouse.io/anthropic."
  `);
});

test('the base of a forum or of an API stands without what the reader adds', async () => {
  for (const address of [
    'https://forum.example.com/',
    'https://forum.example.com/?a',
    'https://forum.example.com/#a',
  ]) {
    expect(await faultsOfSource({ ...sound.discourse, reader: 'discourse', address })).toContain(
      'wrong-address',
    );
  }
  const category = 'https://forum.example.com/c/models/7';
  expect(await faultsOfSource({ ...sound.discourse, reader: 'discourse', address: category })).toBe(
    '',
  );
});

test('items that its reader cannot bring are told', async () => {
  expect(await faultsOfSource({ kind: 'jobs' })).toMatchInlineSnapshot(`
    "content/sources/sirius-blog.yaml:2:7  wrong-reader
      The reader feed brings no jobs.
        2 | kind: jobs
          |       ^^^^
      expected: news or discussions
      found: jobs
      to do: Correct the kind, or choose the reader that the source needs."
  `);
});

describe('one place', () => {
  test('in two files is refused', async () => {
    const files = {
      'sources/a.yaml': aSource(),
      'sources/b.yaml': aSource({ name: 'Other', address: 'https://SIRIUS.example.com/feed.xml/' }),
    };
    expect(await faultsIn(files)).toMatchInlineSnapshot(`
      "content/sources/b.yaml:4:10  duplicate-address
        This address stands in content/sources/a.yaml already.
          4 | address: https://SIRIUS.example.com/feed.xml/
            |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        expected: each place in one file
        found: https://SIRIUS.example.com/feed.xml/
        to do: Merge the two files."
    `);
  });

  test('under one name in two files is refused', async () => {
    const files = {
      'sources/a.yaml': aSource(),
      'sources/b.yaml': aSource({ address: 'https://sirius.example.com/other.xml' }),
    };
    expect(await faultsIn(files)).toContain('This is the name of content/sources/a.yaml too.');
  });

  test('read by two readers is two', async () => {
    const files = {
      'sources/a.yaml': aSource({ name: 'A', reader: 'lever', ...sound.lever }),
      'sources/b.yaml': aSource({ name: 'B', reader: 'ashby', ...sound.ashby, address: 'sirius' }),
    };
    expect(await faultsIn(files)).toBe('');
  });
});

test('a provider that does not exist is refused', async () => {
  expect(await faultsOfSource({ provider: 'siriu' })).toContain(
    'Unknown provider "siriu"; did you mean "sirius"?',
  );
});

test('a source joins the catalog under its name', async () => {
  const { sources } = await catalogOf({
    'sources/sirius-blog.yaml': aSource({ provider: 'sirius' }),
  });
  expect(sources.get('sirius-blog')).toMatchObject({
    id: 'sirius-blog',
    provider: 'sirius',
    every: '6h',
  });
});
