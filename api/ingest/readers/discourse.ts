import { z } from 'zod';
import { jsonAnswer, text, wholeNumber } from '../json-answer.ts';
import { feedBytes, type Reader } from '../reader.ts';

const topic = z.object({
  id: z.int(),
  slug: text,
  title: text,
  excerpt: text,
  created_at: text,
  posts_count: wholeNumber,
  like_count: wholeNumber,
  pinned_globally: z.boolean().nullish(),
  visible: z.boolean().nullish(),
  posters: z
    .array(z.object({ user_id: z.int().nullish(), description: text }))
    .nullish()
    .catch([]),
});

const answer = z.object({
  users: z
    .array(z.object({ id: z.int(), username: text }))
    .nullish()
    .catch([]),
  topic_list: z.object({ topics: z.array(topic) }),
});

/** The latest topics of a Discourse forum, or of a category at `/c/…`. */
export const discourse: Reader = {
  accept: 'application/json',
  mostBytes: feedBytes,
  isDocumentedApi: false,
  requests: ({ address }) => {
    const base = address.replace(/\/$/, '');
    if (base.endsWith('.json')) return [base];
    return [/\/c\/./.test(new URL(base).pathname) ? `${base}.json` : `${base}/latest.json`];
  },
  read({ text: body, url }) {
    const { users, topic_list } = jsonAnswer(body, answer);
    const names = new Map((users ?? []).map(({ id, username }) => [id, username]));
    const drafts = topic_list.topics
      .filter(({ visible }) => visible !== false)
      .map((one) => ({
        externalId: String(one.id),
        url: `/t/${one.slug ?? '-'}/${one.id}`,
        base: forumOf(url),
        title: one.title,
        text: one.excerpt,
        author: names.get(starterOf(one) ?? Number.NaN),
        publishedAt: one.created_at,
        score: one.like_count,
        // The first post is the topic itself.
        comments: one.posts_count === undefined ? undefined : Math.max(0, one.posts_count - 1),
      }));
    return { drafts, isComplete: false };
  },
};

/** Who began a topic: the first of those that the list shows, marked so in the forum's own language. */
const starterOf = ({ posters }: z.infer<typeof topic>): number | undefined =>
  posters?.[0]?.user_id ?? undefined;

/** The forum's own address: the part of the path before that of the list belongs to it. */
function forumOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/(?:latest|top|new)\.json$|\/c\/.*$/, '');
}
