import type { Reader } from '../reader.ts';
import { feed, feedDrafts } from './feed.ts';

/** The releases of a repository on GitHub, `owner/repository`, by the Atom feed that is kept of them. */
export const githubReleases: Reader = {
  ...feed,
  requests: ({ address }) => [githubFeed(address, 'releases')],
  read: (fetched, { address }) => ({
    drafts: feedDrafts(fetched).map((draft) => ({
      ...draft,
      title: releaseTitle(draft.title ?? '', draft.url, address),
    })),
    isComplete: false,
  }),
};

/** The address of a feed that GitHub keeps; one that is written in full stands for itself. */
export const githubFeed = (address: string, list: 'releases' | 'discussions'): string =>
  /^[\w.-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}/${list}.atom` : address;

/** A release is often called by its version alone, "v4.57.0", which says nothing outside its repository. */
function releaseTitle(title: string, url: string | undefined, address: string): string {
  const repository = /^(?:https:\/\/github\.com\/)?[\w.-]+\/([\w.-]+)/.exec(address)?.[1];
  const name = repository ?? /github\.com\/[^/]+\/([^/]+)/.exec(url ?? '')?.[1];
  if (name === undefined || title.toLowerCase().includes(name.toLowerCase())) return title;
  return `${name} ${title}`.trim();
}
