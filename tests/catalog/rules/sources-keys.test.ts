import { describe, expect, test } from 'vitest';
import { aSource, faultsIn } from '../content-folder.ts';
import { sound } from './source-of-each-reader.ts';

const faultsOfSource = (facts: Readonly<Record<string, string | undefined>>) =>
  faultsIn({ 'sources/sirius-blog.yaml': aSource(facts) });

describe('keys that some readers need', () => {
  test('a search for nothing is refused', async () => {
    expect(
      await faultsOfSource({ reader: 'hacker-news', ...sound['hacker-news'], queries: undefined }),
    ).toMatchInlineSnapshot(`
      "content/sources/sirius-blog.yaml:3:9  missing-key
        "queries" is missing: the reader hacker-news searches.
          3 | reader: hacker-news
            |         ^^^^^^^^^^^
        expected: names of models and makers
        to do: Add "queries:"."
    `);
  });

  test('a board of nobody is refused', async () => {
    expect(await faultsOfSource({ reader: 'lever', ...sound.lever, company: undefined })).toContain(
      '"company" is missing: the reader lever reads the board of one company.',
    );
  });

  test('queries of a reader that searches for nothing are refused', async () => {
    expect(await faultsOfSource({ queries: '[LLM]' })).toMatchInlineSnapshot(`
      "content/sources/sirius-blog.yaml:9:1  needless-key
        The reader feed has no use for "queries".
          9 | queries: [LLM]
            | ^^^^^^^
        expected: queries for a reader that searches
        to do: Remove the key."
    `);
  });

  test('the company of a blog is refused', async () => {
    expect(await faultsOfSource({ company: 'Sirius' })).toContain('needless-key');
  });

  test.each(['reddit', 'lobsters'] as const)('a source for %s is off', async (reader) => {
    expect(await faultsOfSource({ reader, ...sound[reader], off: undefined })).toContain(
      'must-be-off',
    );
  });

  test('the reason why it is off is asked for in these words', async () => {
    expect(
      await faultsOfSource({ reader: 'lobsters', ...sound.lobsters, off: undefined }),
    ).toMatchInlineSnapshot(`
      "content/sources/sirius-blog.yaml:3:9  must-be-off
        A source for the reader lobsters is off at first: its robots.txt keeps readers out.
          3 | reader: lobsters
            |         ^^^^^^^^
        expected: the key off, with the reason
        to do: Add "off:" with a sentence for whoever may switch it on."
    `);
  });

  test('a query that is given twice is refused', async () => {
    const facts = { reader: 'hacker-news', ...sound['hacker-news'], queries: '[LLM, LLM]' };
    expect(await faultsOfSource(facts)).toContain('The query "LLM" is given twice.');
  });
});
