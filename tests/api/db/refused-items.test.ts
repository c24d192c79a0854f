import { beforeEach, describe, expect, test } from 'vitest';
import { article, news, type TestStore, temporaryStore } from './item-store.ts';

let told: TestStore;
beforeEach(async () => {
  told = await temporaryStore();
});

const part = { isComplete: false };

describe('a refused item', () => {
  test.each([
    ['has no title but signs that nobody sees', { title: ' \u0000\u200b ' }],
    ['is told twice', { externalId: '1' }],
    ['is of the day after tomorrow', { publishedAt: '2026-03-03T12:00:00Z' }],
    ['is ahead by more than a clock’s error', { publishedAt: '2026-03-01T12:05:00.001Z' }],
    ['names a model that is not there', { models: ['aurora-1', 'nobody'] }],
  ])('%s, and the others are stored', async (_, fault) => {
    const { refused, created } = await told.store(
      news,
      [article(), article({ externalId: '2', url: 'https://blog.example/2', ...fault })],
      part,
    );
    expect({ created, refused: refused.length }).toEqual({ created: 1, refused: 1 });
  });

  test('is told why', async () => {
    const { refused } = await told.store(
      news,
      [
        article({ title: '\u0000' }),
        article({ externalId: '2', models: ['nobody', 'none'] }),
        article({ externalId: '3', publishedAt: '2030-01-01T00:00:00Z' }),
        article({ externalId: '3' }),
      ],
      part,
    );
    expect(refused.map(({ reason }) => reason)).toMatchInlineSnapshot(`
      [
        "The title holds no words.",
        "There is no model "nobody" or "none" in the catalog.",
        "publishedAt lies in the future: 2030-01-01T00:00:00Z.",
        "The id "3" stands twice; the first was taken.",
      ]
    `);
  });
});
