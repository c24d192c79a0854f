import { z } from 'zod';
import { parsedJson } from './feed-text.ts';
import { UnreadableError } from './reader.ts';

/** Reads JSON of an outside interface. @throws {UnreadableError} when it has another shape than is documented. */
export function jsonAnswer<Shape extends z.ZodType>(text: string, shape: Shape): z.infer<Shape> {
  const parsed = shape.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? ` at ${issue.path.join('.')}` : '';
  throw new UnreadableError(`it answered JSON of another shape${where}: ${issue?.message}`);
}

/** A text that may be absent or null, or something else, which then counts as absent. */
export const text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined);

/** A whole number, on the same terms. */
export const wholeNumber = z
  .int()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined);

/** An id, which some write as a number. */
export const anyId = z.union([z.string().min(1), z.int().transform(String)]);
