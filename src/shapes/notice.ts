import { z } from 'zod';
import type { Notice } from '../catalog/catalog.ts';
import { noticeSchema } from '../catalog/schema/notice.ts';
import { slug } from '../catalog/schema/primitives.ts';

/** The catalog's own news of one or several models. */
export const noticeShape = z
  .strictObject({
    id: slug.describe('the date, then what happened'),
    ...noticeSchema.shape,
    text: z.string().describe('plain text; paragraphs stand apart by an empty line'),
    html: z.string().describe('the same as HTML: p, em, strong, code and a, nothing else'),
    path: z.string().describe('its file in the repository'),
  })
  .meta({ id: 'Notice' });

export type NoticeDocument = Readonly<z.infer<typeof noticeShape>>;

export const noticeDocument = (notice: Notice): NoticeDocument => ({
  ...notice,
  models: [...notice.models],
});
