import { z } from 'zod';
import { anyId, jsonAnswer, text, wholeNumber } from '../json-answer.ts';
import { type Draft, feedBytes, type Reader, type Span } from '../reader.ts';

const answer = z.object({
  hits: z.array(
    z.object({
      objectID: anyId,
      title: text,
      story_title: text,
      author: text,
      points: wholeNumber,
      num_comments: wholeNumber,
      story_text: text,
      comment_text: text,
      created_at: text,
    }),
  ),
});

// Votes and comments come in for some days; after that they hardly change.
const watchedMs = 3 * 86_400_000;

// As many as one request gives; a query with more in three days is too broad to be about models.
const hitsPerPage = '1000';

/** Stories of Hacker News that a search finds, newest first (Algolia, https://hn.algolia.com/api). */
export const hackerNews: Reader = {
  accept: 'application/json',
  mostBytes: feedBytes,
  isDocumentedApi: true,
  requests: ({ address, queries = [''] }, span) =>
    queries.map((query) => searchAddress(address, query, span)),
  read: ({ text: body }) => ({
    drafts: jsonAnswer(body, answer).hits.map(draftOf),
    isComplete: false,
  }),
};

function searchAddress(address: string, query: string, { now, since }: Span): string {
  const base = address.replace(/\/(?:search_by_date|search)?\/?$/, '');
  const url = new URL(`${base}/search_by_date`);
  const from = since ?? new Date(now.getTime() - watchedMs);
  url.searchParams.set('query', query);
  url.searchParams.set('tags', 'story');
  url.searchParams.set('hitsPerPage', hitsPerPage);
  url.searchParams.set('numericFilters', `created_at_i>${Math.floor(from.getTime() / 1000)}`);
  return url.href;
}

function draftOf(hit: z.infer<typeof answer>['hits'][number]): Draft {
  return {
    externalId: hit.objectID,
    // The thread, not the page that it is about: the thread is what is discussed, voted and counted.
    url: `https://news.ycombinator.com/item?id=${hit.objectID}`,
    title: hit.title ?? hit.story_title,
    text: hit.story_text ?? hit.comment_text,
    author: hit.author,
    publishedAt: hit.created_at,
    score: hit.points,
    comments: hit.num_comments,
  };
}
