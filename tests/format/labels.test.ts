import { expect, test } from 'vitest';
import { counted, inWords } from '../../src/format/labels.ts';

test.each([
  [[], ''],
  [['text'], 'text'],
  [['text', 'images'], 'text and images'],
  [['text', 'images', 'PDF'], 'text, images and PDF'],
])('%j in words', (words, text) => {
  expect(inWords(words)).toBe(text);
});

test.each([
  [0, '0 models'],
  [1, '1 model'],
  [3, '3 models'],
])('%i of a noun is "%s"', (count, text) => {
  expect(counted(count, 'model')).toBe(text);
});
