import { commonWords, countedWords, mostlyModels, orderWords } from './common-words.ts';
import { plainWords } from './name-words.ts';
import type { Tier } from './writings.ts';

/**
 * What has to stand beside a name before it is believed: nothing; talk of models; its maker or line, or a source
 * that is about models; its maker or line and nothing less; its line and a capital, as it is a word of every day.
 */
export type Company = 'none' | 'models' | 'own' | 'line' | 'lineWord';

/** What a way of writing needs beside it: the less it says, the more. */
export function companyOf(
  parts: readonly string[],
  {
    tier,
    isBare,
    line,
    isOwnFamily,
  }: {
    readonly tier: Tier;
    readonly isBare: boolean;
    readonly line: string;
    readonly isOwnFamily: boolean;
  },
): Company {
  const [first = ''] = parts;
  const isCommon = commonWords.has(first) || plainWords.has(first);
  if (isBare && !isOwnFamily) {
    // "Zero", "Carbon", "Law": their maker has other things of that name.
    return parts.length === 1 && !/\d/.test(first) ? 'lineWord' : 'line';
  }
  if (isBare && tier !== 'name') return 'own';
  if (tier === 'family') {
    if (mostlyModels.has(first) || !isCommon) return 'models';
    return countedWords.has(first) ? 'line' : 'own';
  }
  if (tier === 'series') return isCommon || first !== line ? 'own' : 'models';
  if (parts.length === 1) {
    if (!/\d/.test(first)) return 'own';
    return first.length > 4 ? 'none' : 'models';
  }
  // A version with a point, a size or a third word is no accident.
  const isExact =
    parts.some((part) => /^\d+\.\d|^\d+(\.\d+)?[bt]$|\d+x\d+b|\+$/.test(part)) || parts.length > 2;
  if (isExact) return 'none';
  // "Step 3: fine-tune your model", "Medium 3".
  const isPlain = plainWords.has(first) && first !== line;
  if ((orderWords.has(first) || isPlain) && /^\d+$/.test(parts[1] ?? '')) return 'line';
  return countedWords.has(first) || isPlain || /^\p{L}{1,2}$/u.test(first) ? 'models' : 'none';
}
