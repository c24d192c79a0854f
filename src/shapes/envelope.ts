import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';

/** Grows only when a client that follows the compatibility promise would break. */
export const schemaVersion = 1;

const head = {
  schemaVersion: z.literal(schemaVersion),
  catalogVersion: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('hash of the content; the same content has the same version'),
};

/** The shape of a JSON file that holds one thing. */
export const documentShape = <Data extends z.ZodType>(data: Data) =>
  z.strictObject({ ...head, data });

/** The shape of a JSON file that holds a list. */
export const listShape = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ ...head, total: z.int().min(0), data: z.array(item) });

/** Wraps one thing for publication. */
export const documentOf = <Data>({ version }: Pick<Catalog, 'version'>, data: Data) => ({
  schemaVersion,
  catalogVersion: version,
  data,
});

/** Wraps a list for publication. */
export const listOf = <Item>({ version }: Pick<Catalog, 'version'>, data: readonly Item[]) => ({
  schemaVersion,
  catalogVersion: version,
  total: data.length,
  data,
});
