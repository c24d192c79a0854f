import type { Reader } from './reader.ts';
import { ashby } from './readers/ashby.ts';
import { discourse } from './readers/discourse.ts';
import { feed } from './readers/feed.ts';
import { githubDiscussions } from './readers/github-discussions.ts';
import { githubReleases } from './readers/github-releases.ts';
import { greenhouse } from './readers/greenhouse.ts';
import { hackerNews } from './readers/hacker-news.ts';
import { jobPosting } from './readers/job-posting.ts';
import { lever } from './readers/lever.ts';
import { lobsters } from './readers/lobsters.ts';
import { reddit } from './readers/reddit.ts';
import type { ReaderName } from './source.ts';

/** The reader of each way of answering. */
export const readerOf: Readonly<Record<ReaderName, Reader>> = {
  feed,
  'hacker-news': hackerNews,
  discourse,
  'github-releases': githubReleases,
  'github-discussions': githubDiscussions,
  reddit,
  lobsters,
  greenhouse,
  lever,
  ashby,
  'job-posting': jobPosting,
};
