import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredModel } from '../schema/model.ts';
import type { FieldPath, SourceFile } from '../source-file.ts';
import { impossible } from './figures.ts';

/** Prices that nobody would charge: a cache that costs more than none, tiers that no request reaches. */
export function priceProblems({ models }: Authored): readonly Problem[] {
  return [...models.values()].flatMap(modelProblems);
}

function modelProblems({ file, value }: Entry<AuthoredModel>): readonly Problem[] {
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
    ...(value.offers ?? []).flatMap(({ pricing }, index) =>
      pricing ? cacheProblems(file, ['offers', index, 'pricing'], pricing) : [],
    ),
  ];
}

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
