import type { Reader } from '../reader.ts';
import { feed } from './feed.ts';
import { githubFeed } from './github-releases.ts';

/**
 * The discussions of a repository on GitHub, `owner/repository`, by the Atom feed that is kept of them.
 * The GraphQL interface, which also counts votes and comments, wants an account.
 */
export const githubDiscussions: Reader = {
  ...feed,
  requests: ({ address }) => [githubFeed(address, 'discussions')],
};
