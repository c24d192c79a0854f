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
 * would move. Where a key that must be there is faulty, nothing is sound.
 */
export function soundPart<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  faulty: readonly FieldPath[],
): SoundPart<z.infer<Schema>> | undefined {
  const without = (lost: readonly FieldPath[]) => {
    const rest: unknown = structuredClone(value);
    if (!lost.every((path) => isLeftOut(rest, path))) return undefined;
    const result = schema.safeParse(rest);
    return result.success ? { value: result.data, lost } : undefined;
  };
  const isItem = (path: FieldPath) => Array.isArray(valueAt(value, path.slice(0, -1)));
  const listOf = (path: FieldPath): FieldPath => (isItem(path) ? listOf(path.slice(0, -1)) : path);
  // An item that lacks what it must have takes its list with it.
  const widestOf = (path: FieldPath): FieldPath => {
    const item = path.findIndex((_, index) => isItem(path.slice(0, index + 1)));
    return item < 0 ? path : path.slice(0, item);
  };
  return without(faulty.map(listOf)) ?? without(faulty.map(widestOf));
}

function isLeftOut(value: unknown, path: FieldPath): boolean {
  const parent = valueAt(value, path.slice(0, -1));
  // Its parent was left out already, for a fault of its own.
  if (parent === undefined) return true;
  const key = path.at(-1);
  if (key === undefined || parent === null || typeof parent !== 'object') return false;
  return Reflect.deleteProperty(parent, key);
}
