import type { z } from 'zod';
import { type FieldPath, valueAt } from './source-file.ts';

/** What is left of a value without its faulty parts, where that fits its schema. */
export interface SoundPart<Value> {
  readonly value: Value;
  /** The parts that were left out. */
  readonly lost: readonly FieldPath[];
}

/**
 * A value without its faulty parts, so that the rest can be held against other files in the same run.
 *
 * Only keys are left out: a list with a faulty item goes whole, since without the item those behind it
 * would move. What lacks a key that must be there goes as well, up to the whole value: then nothing is
 * sound.
 */
export function soundPart<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  faulty: readonly FieldPath[],
): SoundPart<z.infer<Schema>> | undefined {
  const isItem = (path: FieldPath) => Array.isArray(valueAt(value, path.slice(0, -1)));
  const keyOf = (path: FieldPath): FieldPath => (isItem(path) ? keyOf(path.slice(0, -1)) : path);
  const rest: unknown = structuredClone(value);
  const lost: FieldPath[] = [];
  for (let left = faulty.map(keyOf); left.length > 0; ) {
    if (!left.every((path) => isLeftOut(rest, path))) return undefined;
    lost.push(...left);
    const result = schema.safeParse(rest);
    if (result.success) return { value: result.data, lost };
    left = result.error.issues.map(({ path }) => keyOf(path.slice(0, -1) as FieldPath));
  }
  return undefined;
}

/** Tells whether nothing at or below a path was left out. */
export const isWhole = (path: FieldPath, lost: readonly FieldPath[]): boolean =>
  !lost.some((one) => path.every((key, index) => one[index] === key));

function isLeftOut(value: unknown, path: FieldPath): boolean {
  const parent = valueAt(value, path.slice(0, -1));
  // Its parent was left out already, for a fault of its own.
  if (parent === undefined) return true;
  const key = path.at(-1);
  if (key === undefined || parent === null || typeof parent !== 'object') return false;
  return Reflect.deleteProperty(parent, key);
}
