import { z } from 'zod';
import { jsonAnswer, text, wholeNumber } from '../json-answer.ts';
import { feedBytes, type Reader } from '../reader.ts';

const answer = z.array(
  z.object({
    short_id: z.string().min(1),
    title: text,
    created_at: text,
    score: wholeNumber,
    comment_count: wholeNumber,
    description: text,
    comments_url: text,
    // The user's name, or the user as an object in older answers.
    submitter_user: z.union([z.string(), z.object({ username: z.string() })]).nullish(),
  }),
);

/** Stories of Lobsters, by a list in JSON such as `https://lobste.rs/newest.json`. */
export const lobsters: Reader = {
  accept: 'application/json',
  mostBytes: feedBytes,
  isDocumentedApi: false,
  requests: ({ address }) => [address],
  read: ({ text: body }) => ({
    drafts: jsonAnswer(body, answer).map((story) => ({
      externalId: story.short_id,
      url: story.comments_url ?? `/s/${story.short_id}`,
      title: story.title,
      text: story.description,
      author: userName(story.submitter_user),
      publishedAt: story.created_at,
      score: story.score,
      comments: story.comment_count,
    })),
    isComplete: false,
  }),
};

const userName = (
  user: string | { readonly username: string } | null | undefined,
): string | undefined => (typeof user === 'object' ? user?.username : user);
