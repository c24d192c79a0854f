import type { AuthoredBenchmark } from '../catalog/schema/benchmark.ts';

type Scale = Pick<AuthoredBenchmark, 'unit' | 'range'>;

const units = { percent: '%', points: ' points', rating: '', index: '' } as const;

/** The unit as it stands behind a score: "%", " points" or nothing. */
export const unitSign = ({ unit }: Pick<Scale, 'unit'>): string => units[unit];

/** Where a score lies on its benchmark's own range, 0 to 100. */
export function shareOfRange(score: number, { range }: Pick<Scale, 'range'>): number {
  const share = (score - range.min) / (range.max - range.min);
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
}
