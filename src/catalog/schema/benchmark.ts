import { z } from 'zod';
import { day, name, sentence, webUrl } from './primitives.ts';

/** What a score means: `content/benchmarks/<id>.yaml`. */
export const benchmarkSchema = z.strictObject({
  name,
  description: sentence(30, 400).describe('what it measures, and how'),
  unit: z
    .enum(['percent', 'points', 'rating', 'index'])
    .describe(
      'percent of a whole; points of a stated range; rating: open-ended, as in chess; index: a blend',
    ),
  range: z.strictObject({ min: z.number(), max: z.number() }).describe('what a score can be'),
  direction: z.enum(['higher', 'lower']).describe('which way is better'),
  metric: sentence(2, 80).optional().describe('what is counted: accuracy, pass@1, …'),
  runBy: sentence(2, 100).optional().describe('who publishes or runs it'),
  links: z
    .strictObject({
      website: webUrl.optional(),
      paper: webUrl.optional(),
      repository: webUrl.optional(),
    })
    .optional(),
  aliases: z.array(name).min(1).optional().describe('other names in use'),
  sources: z.array(z.strictObject({ url: webUrl, checked: day })).min(1),
});

export type AuthoredBenchmark = z.infer<typeof benchmarkSchema>;
