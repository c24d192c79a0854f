import { describe, expect, test } from 'vitest';
import { createLinker } from '../../src/linking/linker.ts';
import { named, namedCatalog } from './named-catalog.ts';

const link = createLinker(namedCatalog);

describe('a family’s name alone means what was current', () => {
  test('on a day that nobody gives, the newest of each variant that has been out for half a year', () => {
    expect(
      link({ title: 'Claude writes our tests' }).map(({ slug, level }) => [slug, level]),
    ).toEqual([
      ['claude-haiku-4-5', 'family'],
      ['claude-opus-4-6', 'family'],
      ['claude-sonnet-4-6', 'family'],
    ]);
  });

  test.each([
    ['2026-11-20', ['claude-haiku-4-5', 'claude-opus-5', 'claude-sonnet-4-6']],
    ['2026-07-24T08:00:00Z', ['claude-haiku-4-5', 'claude-opus-5', 'claude-sonnet-4-6']],
    ['2026-07-23', ['claude-haiku-4-5', 'claude-opus-4-6', 'claude-sonnet-4-6']],
    ['2024-06-20', ['claude-3-5-sonnet', 'claude-3-haiku']],
    ['2024-06-19', ['claude-3-haiku', 'claude-3-sonnet']],
    ['2020-01-01', []],
  ])('on %s', (publishedAt, expected) => {
    const links = link({ title: 'Claude writes our tests', publishedAt });
    expect(links.map(({ slug }) => slug)).toEqual(expected);
  });

  test('a family that is only short for a model that is named adds nothing', () => {
    const links = link({ title: 'Claude Opus 4.6 is out. Claude and Opus write our tests' });
    expect(links.map(({ slug }) => slug)).toEqual(['claude-opus-4-6']);
  });

  test('of a line that has ended, the last are meant', () => {
    const ended = createLinker({
      ...namedCatalog,
      models: [named('Mixtral 8x7B', 'mistral', { status: 'retired', family: 'mixtral' })],
    });
    expect(ended({ title: 'Mixtral, an open LLM' })).toMatchObject([
      { slug: 'mixtral-8x7b', level: 'family' },
    ]);
  });
});
