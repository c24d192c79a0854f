import type { Model } from '../catalog/catalog.ts';
import type { Listing } from './outside-set.ts';

/**
 * The most output that a listing states. As much out as in stands where nobody looked it up, and embedding
 * models, which give no tokens, have the length of their vectors there.
 */
export function statedOutput(
  { specs }: Model,
  { contextWindow, maxInput, maxOutput }: Listing,
): number | undefined {
  const isFilledIn = maxOutput === contextWindow || maxOutput === maxInput;
  return isFilledIn || specs.modalities?.output.includes('embedding') ? undefined : maxOutput;
}
