import type { Reader } from '../reader.ts';
import { feed, feedDrafts } from './feed.ts';

/** Posts of a subreddit, by its feed at `/r/…/.rss`: Atom, without votes and comments. */
export const reddit: Reader = {
  ...feed,
  requests: ({ address }) => [address],
  read: (fetched) => ({
    drafts: feedDrafts(fetched).map((draft) => ({
      ...draft,
      text: postText(draft.text ?? ''),
      author: draft.author?.replace(/^\/u\//, ''),
    })),
    isComplete: false,
  }),
};

/** What the author wrote. Around it stand a picture and links to the author and the comments. */
const postText = (html: string): string =>
  /<!-- SC_OFF -->([\s\S]*?)<!-- SC_ON -->/.exec(html)?.[1] ?? '';
