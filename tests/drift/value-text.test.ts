import { expect, test } from 'vitest';
import { changeText } from '../../src/drift/value-text.ts';

test.each([
  [undefined, 16_384, '– → 16,384'],
  [16_384, 32_768, '16,384 → 32,768'],
  [['text', 'image'], ['text', 'pdf'], '+pdf −image'],
  [{ input: 2.5, output: 10 }, { input: 3, output: 10 }, 'input 2.5 → 3'],
  [
    { tiers: [{ above: 200_000, input: 4 }] },
    { tiers: [{ above: 200_000, input: 2.5 }] },
    'tiers +(above 200,000, input 2.5) −(above 200,000, input 4)',
  ],
])('%j becomes %j', (ours, theirs, told) => {
  expect(changeText(ours, theirs)).toBe(told);
});
