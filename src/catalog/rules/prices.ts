import { isDeepStrictEqual } from 'node:util';
import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { isWhole } from '../sound-part.ts';
import { type FieldPath, problemAt, type SourceFile } from '../source-file.ts';
import { impossible } from './figures.ts';

/** Prices that nobody would charge, as a cache that costs more than none, and steps that change no price. */
export function priceProblems({ models }: Authored): readonly Problem[] {
  return [...models.values()].flatMap(modelProblems);
}

function modelProblems({ file, value, lost }: Entry<AuthoredModel>): readonly Problem[] {
  const { contextWindow } = value.specs;
  return [
    ...(value.pricing ?? []).flatMap((price, index) => {
      const path = ['pricing', index];
      return [
        ...cacheProblems(file, path, price),
        ...(price.tiers ?? []).flatMap((tier, position, tiers) => [
          ...cacheProblems(file, [...path, 'tiers', position], tier),
          ...tierProblems(file, [...path, 'tiers', position, 'above'], {
            above: tier.above,
            previous: tiers[position - 1]?.above,
            contextWindow,
          }),
        ]),
      ];
    }),
    ...stepProblems(file, value.pricing ?? [], lost),
    ...(value.offers ?? []).flatMap(({ pricing }, index) =>
      pricing ? cacheProblems(file, ['offers', index, 'pricing'], pricing) : [],
    ),
  ];
}

type Price = NonNullable<AuthoredModel['pricing']>[number];

/** What a row charges, without when, and who says so. */
export type Charges = Omit<Price, 'from' | 'dateIs' | 'source' | 'confidence'>;

function stepProblems(
  file: SourceFile,
  pricing: readonly Price[],
  lost: readonly FieldPath[],
): readonly Problem[] {
  // In another order, another row stands before.
  if (pricing.some(({ from }, index) => from <= (pricing[index - 1]?.from ?? ''))) return [];
  return pricing.flatMap((price, index) => {
    const before = pricing[index - 1];
    // What could not be read may be the change.
    const isRead = [index - 1, index].every((row) => isWhole(['pricing', row], lost));
    if (!before || !isRead || !isDeepStrictEqual(chargesOf(before), chargesOf(price))) return [];
    return [
      problemAt(file, ['pricing', index], {
        code: 'no-change',
        message: `From ${price.from} on, this charges what the row from ${before.from} charges.`,
        expected: 'a row only where a price or its note changes',
        fix: `Remove the row; if its source says more, name that source in the row from ${before.from}.`,
      }),
    ];
  });
}

export const chargesOf = ({
  from: _,
  dateIs: _1,
  source: _2,
  confidence: _3,
  ...charges
}: Price): Charges => charges;

function cacheProblems(
  file: SourceFile,
  path: FieldPath,
  { input, cachedInput }: { readonly input: number; readonly cachedInput?: number | undefined },
): readonly Problem[] {
  if (cachedInput === undefined || cachedInput <= input) return [];
  return [
    impossible(
      file,
      [...path, 'cachedInput'],
      `cachedInput ${cachedInput} costs more than input ${input}.`,
      `at most ${input}`,
    ),
  ];
}

interface Threshold {
  readonly above: number;
  readonly previous: number | undefined;
  readonly contextWindow: number | undefined;
}

function tierProblems(
  file: SourceFile,
  path: FieldPath,
  { above, previous = 0, contextWindow = Number.POSITIVE_INFINITY }: Threshold,
): readonly Problem[] {
  if (above <= previous) {
    return [
      impossible(
        file,
        path,
        `The tier above ${above} stands after one above ${previous}.`,
        'tiers by rising threshold',
      ),
    ];
  }
  if (above < contextWindow) return [];
  return [
    impossible(
      file,
      path,
      `No request is above ${above}: contextWindow is ${contextWindow}.`,
      `less than ${contextWindow}`,
    ),
  ];
}
