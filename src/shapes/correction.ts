import { z } from 'zod';
import type { Correction } from '../catalog/catalog.ts';
import { correctionSchema } from '../catalog/schema/correction.ts';
import { slug } from '../catalog/schema/primitives.ts';

/** What a person knows better than the linker of one outside item. */
export const correctionShape = z
  .strictObject({
    id: slug,
    ...correctionSchema.shape,
    path: z.string().describe('its file in the repository'),
  })
  .meta({ id: 'Correction' });

export type CorrectionDocument = Readonly<z.infer<typeof correctionShape>>;

export const correctionDocument = (correction: Correction): CorrectionDocument => ({
  ...correction,
});
