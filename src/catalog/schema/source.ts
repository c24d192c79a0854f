import { z } from 'zod';
import { day, name, sentence, slug, webUrl } from './primitives.ts';

/** What an item of a source is. */
export const sourceKinds = ['news', 'discussions', 'jobs'] as const;

/** The programs that read sources, each made for one way of answering. */
export const readers = [
  'feed',
  'hacker-news',
  'discourse',
  'github-releases',
  'github-discussions',
  'reddit',
  'lobsters',
  'greenhouse',
  'lever',
  'ashby',
  'job-posting',
] as const;

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const intervalPattern = /^([1-9]\d{0,4})([mhd])$/;

// More often is impolite to a server that owes us nothing; less often than weekly, a short feed drops
// items before they are read.
const leastMs = 15 * unitMs.m;
const mostMs = 7 * unitMs.d;

/** A time between two readings (`90m`, `6h`, `1d`) in milliseconds; of what is written otherwise, none. */
export function intervalMs(every: string): number {
  const [, count, unit] = intervalPattern.exec(every) ?? [];
  return count === undefined ? Number.NaN : Number(count) * unitMs[unit as keyof typeof unitMs];
}

const interval = z
  .string()
  .superRefine((value, context) => {
    const ms = intervalMs(value);
    if (ms >= leastMs && ms <= mostMs) return;
    const isInterval = !Number.isNaN(ms);
    const often = ms < leastMs ? 'more often' : 'less often';
    context.addIssue({
      code: 'custom',
      message: isInterval
        ? `Every ${value} is ${often} than a source is read.`
        : `"${value}" is no time between two readings.`,
      params: {
        code: isInterval ? 'impossible-interval' : 'wrong-interval',
        expected: 'minutes, hours or days, from 15m to 7d: 30m, 6h, 1d',
        fix: 'Choose about the time in which it brings something new.',
      },
    });
  })
  .meta({ pattern: intervalPattern.source });

/** An outside place whose items are linked to models: `content/sources/<id>.yaml`. */
export const sourceSchema = z.strictObject({
  name,
  kind: z.enum(sourceKinds).describe('what its items are'),
  reader: z.enum(readers).describe('how it is read'),
  address: z
    .string()
    .min(1)
    .max(300)
    .describe(
      'feed, reddit, lobsters, job-posting: the https address that is read; hacker-news: the API’s base; discourse: the forum’s base; github-releases, github-discussions: owner/repository; greenhouse, lever, ashby: the board’s name',
    ),
  queries: z
    .array(sentence(2, 80))
    .min(1)
    .max(20)
    .optional()
    .describe('hacker-news: what is searched for, each in a request of its own'),
  company: name
    .optional()
    .describe('whose positions they are, for job boards, whose answers do not say'),
  description: sentence(30, 300).describe('what it is, and who writes there'),
  every: interval.describe('how often it is read: 30m, 6h, 1d'),
  provider: slug.optional().describe('the organisation in content/providers that it belongs to'),
  isAboutModels: z
    .boolean()
    .describe('whether a bare name such as Opus or Command means a model there'),
  off: sentence(10, 200)
    .optional()
    .describe('why it is not read unless whoever runs the catalog switches it on'),
  sources: z
    .array(z.strictObject({ url: webUrl, checked: day }))
    .min(1)
    .describe('where its address was found'),
});

export type AuthoredSource = z.infer<typeof sourceSchema>;
