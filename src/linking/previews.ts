import type { Called } from './called.ts';
import { releaseDay } from './release-day.ts';

const stages: ReadonlySet<string> = new Set(['preview', 'experimental', 'exp', 'beta']);

/**
 * The model that a preview is a stage of: "Gemini 2.5 Pro Preview 06-05" is Gemini 2.5 Pro. Its name is the model's
 * with a stage and perhaps a day. A preview without a day that was out before its model ("o1-preview") was a release
 * of its own, and so is what has a day but no stage ("DeepSeek-V3-0324").
 */
export function previewBases(models: readonly Called[]): ReadonlyMap<Called, Called> {
  const byName = new Map(models.map((called) => [keyOf(called, isAny), called]));
  return new Map(
    models.flatMap((preview) => {
      if (!preview.parts.some(({ text }) => stages.has(text))) return [];
      const base = byName.get(
        keyOf(preview, ({ text, kind }) => !stages.has(text) && kind !== 'stamp'),
      );
      if (base === undefined || isReleaseOfItsOwn(preview, base)) return [];
      return [[preview, base] as const];
    }),
  );
}

type Part = Called['parts'][number];

const isAny = (): boolean => true;

const keyOf = ({ model, parts }: Called, isKept: (part: Part) => boolean): string =>
  [model.provider, ...parts.filter(isKept).map(({ text }) => text)].join(' ');

/** Of a preview whose day nobody knows, no more is said than its name does; what is named Experimental is a trial of its model. */
const isReleaseOfItsOwn = (preview: Called, base: Called): boolean =>
  preview.model.releaseDate !== undefined &&
  releaseDay(preview) < releaseDay(base) &&
  !preview.parts.some(({ text, kind }) => kind === 'stamp' || text === 'experimental');
