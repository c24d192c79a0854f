import { z } from 'zod';
import type { ItemSource } from '../catalog/catalog.ts';
import { slug } from '../catalog/schema/primitives.ts';
import { sourceSchema } from '../catalog/schema/source.ts';

/** An outside place whose items are linked to models. */
export const sourceShape = z
  .strictObject({
    id: slug,
    ...sourceSchema.shape,
    path: z.string().describe('its file in the repository'),
  })
  .meta({ id: 'Source' });

export type SourceDocument = Readonly<z.infer<typeof sourceShape>>;

export const sourceDocument = (source: ItemSource): SourceDocument => ({ ...source });
