import { z } from 'zod';
import { isSlug, slugInWords } from '../catalog/schema/primitives.ts';

/** The kinds of items that are linked to models, as they stand in addresses. */
export const itemKinds = ['news', 'discussions', 'jobs'] as const;
export type ItemKind = (typeof itemKinds)[number];

const instant = z.iso.datetime().describe('UTC, `2024-05-13T17:00:00Z`');

const common = {
  externalId: z
    .string()
    .min(1)
    .max(500)
    .describe('the source’s own id of the item; the same id is the same item'),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  title: z.string().min(1).max(500),
  summary: z.string().max(2000).optional().describe('plain text'),
  publishedAt: instant.optional(),
  models: z
    .array(z.string().refine(isSlug, slugInWords))
    .max(50)
    .optional()
    .describe('slugs of the models that it is about; absent, the text is searched for their names'),
};

const count = z.int().min(0).optional();

/** An article, notice or release, as its source tells of it. */
const incomingNews = z.strictObject({ ...common, author: z.string().max(200).optional() });

/** A thread, as its source tells of it. */
const incomingDiscussion = z.strictObject({
  ...common,
  author: z.string().max(200).optional(),
  score: z.int().optional().describe('votes, as its source counts them'),
  comments: count,
});

/** An open position, as its board tells of it. */
const incomingJob = z.strictObject({
  ...common,
  company: z.string().min(1).max(200),
  place: z.string().max(300).optional(),
  isRemote: z.boolean().optional(),
  employmentType: z.string().max(100).optional(),
  salary: z.string().max(200).optional().describe('as given, with its currency and period'),
});

/** What a source says of one item, by kind, before it is linked and stored. */
export const incomingItems = {
  news: incomingNews,
  discussions: incomingDiscussion,
  jobs: incomingJob,
} as const;

export type IncomingNews = z.infer<typeof incomingNews>;
export type IncomingDiscussion = z.infer<typeof incomingDiscussion>;
export type IncomingJob = z.infer<typeof incomingJob>;
export type IncomingItem = IncomingNews | IncomingDiscussion | IncomingJob;
