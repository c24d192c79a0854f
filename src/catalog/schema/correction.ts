import { z } from 'zod';
import { sentence, slug, webUrl } from './primitives.ts';

/** What a person knows better than the linker of one outside item: `content/corrections/<id>.yaml`. */
export const correctionSchema = z.strictObject({
  url: webUrl.describe('the address of the item'),
  add: z.array(slug).min(1).optional().describe('models that it is about'),
  remove: z.array(slug).min(1).optional().describe('models that it is not about'),
  reason: sentence(10, 300).describe('how one can tell'),
});

export type AuthoredCorrection = z.infer<typeof correctionSchema>;
