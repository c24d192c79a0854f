import { z } from 'zod';
import { day, sentence, slug, webUrl } from './primitives.ts';

export const noticeKinds = ['release', 'price', 'deprecation', 'retirement', 'note'] as const;

/** The front matter of a notice, above its Markdown: `content/news/<date>-<slug>.md`. */
export const noticeSchema = z.strictObject({
  title: sentence(10, 120).describe('a sentence without a full stop: who did what'),
  date: day.describe('the day of the announcement'),
  models: z.array(slug).min(1).max(50).describe('file names of the models that it is about'),
  provider: slug.describe('who announced it: an organisation in content/providers'),
  kind: z
    .enum(noticeKinds)
    .describe(
      'release: others than the maker can use it; price: a price changed; deprecation: its end was announced; retirement: its maker ended it; note: anything else',
    ),
  source: webUrl.describe('the announcement'),
  checked: day.describe('when the announcement was read'),
});

export type AuthoredNotice = z.infer<typeof noticeSchema>;
