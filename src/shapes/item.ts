import { z } from 'zod';
import { slug } from '../catalog/schema/primitives.ts';
import { itemKinds } from './incoming-item.ts';

const instant = z.iso.datetime();

/** What is told of models elsewhere: an article, a thread, an open position. */
export const itemShape = z
  .strictObject({
    id: z.string().describe('stays the same whatever else of the item changes'),
    kind: z.enum(itemKinds),
    title: z.string(),
    url: z.string().describe('without what only tracks its readers'),
    summary: z.string().optional().describe('plain text'),
    author: z.string().optional(),
    publishedAt: instant.optional().describe('absent where the source does not say'),
    firstSeenAt: instant.describe('when it was stored first; stands in for publishedAt in lists'),
    updatedAt: instant.describe('when something of it changed last'),
    places: z
      .array(
        z.strictObject({
          source: slug.describe('id of the source'),
          name: z.string().describe('of the source'),
          url: z.string(),
        }),
      )
      .describe('where it is found; the first tells what it says'),
    models: z
      .array(
        z.strictObject({
          slug,
          name: z.string(),
          level: z
            .enum(['model', 'series', 'family'])
            .describe(
              'what is named: the model, its series, or only its family, which is no reason to list the item under the model',
            ),
          words: z
            .string()
            .optional()
            .describe('that name it; absent where the source or a person states the model'),
          confidence: z.number().min(0).max(1),
        }),
      )
      .describe('the surest first'),
    score: z.int().optional().describe('of a discussion: votes, as its source counts them'),
    comments: z.int().min(0).optional().describe('of a discussion'),
    company: z.string().optional().describe('of a job'),
    place: z.string().optional().describe('of a job'),
    isRemote: z.boolean().optional().describe('of a job; absent where the source does not say'),
    employmentType: z.string().optional().describe('of a job, as given'),
    salary: z.string().optional().describe('of a job, as given'),
    closedAt: instant.optional().describe('when a job had left its board'),
  })
  .meta({ id: 'Item' });

export type Item = Readonly<z.infer<typeof itemShape>>;
