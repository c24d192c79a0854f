import type { OpenAPIHono } from '@hono/zod-openapi';
import { answerChangeFeed, changesAtom, changesJson } from './routes/change-feeds.ts';
import {
  answerModelFeed,
  answerNewsFeed,
  answerProviderFeed,
  modelNewsAtom,
  modelNewsJson,
  newsAtom,
  newsJson,
  providerNewsAtom,
  providerNewsJson,
} from './routes/feeds.ts';
import {
  answerItems,
  answerModelItems,
  listDiscussions,
  listJobs,
  listModelDiscussions,
  listModelJobs,
  listModelNews,
  listNews,
} from './routes/items.ts';
import {
  answerFeedKey,
  answerMyFeed,
  myFeedAtom,
  myFeedJson,
  postFeedKey,
} from './routes/my-feed.ts';
import { answerPush, pushDiscussions, pushJobs, pushNews } from './routes/push.ts';
import type { Services } from './services.ts';

/** The routes of items, as declared: lists, pushes, feeds. */
export const itemRoutes = [
  listModelNews,
  listModelDiscussions,
  listModelJobs,
  listNews,
  listDiscussions,
  listJobs,
  pushNews,
  pushDiscussions,
  pushJobs,
  newsAtom,
  newsJson,
  providerNewsAtom,
  providerNewsJson,
  modelNewsAtom,
  modelNewsJson,
  changesAtom,
  changesJson,
  myFeedAtom,
  myFeedJson,
  postFeedKey,
] as const;

/** Has the routes of items answered. */
export function answerItemRoutes(app: OpenAPIHono, services: Services): void {
  app.openapi(listModelNews, answerModelItems(services, 'news'));
  app.openapi(listModelDiscussions, answerModelItems(services, 'discussions'));
  app.openapi(listModelJobs, answerModelItems(services, 'jobs'));
  app.openapi(listNews, answerItems(services, 'news'));
  app.openapi(listDiscussions, answerItems(services, 'discussions'));
  app.openapi(listJobs, answerItems(services, 'jobs'));
  // Not by the declared body: what is wrong with one item is told of that item, and the others stored.
  app.post(pushNews.path, answerPush(services, 'news'));
  app.post(pushDiscussions.path, answerPush(services, 'discussions'));
  app.post(pushJobs.path, answerPush(services, 'jobs'));
  app.openapi(newsAtom, answerNewsFeed(services, 'atom'));
  app.openapi(newsJson, answerNewsFeed(services, 'json'));
  app.openapi(providerNewsAtom, answerProviderFeed(services, 'atom'));
  app.openapi(providerNewsJson, answerProviderFeed(services, 'json'));
  app.openapi(modelNewsAtom, answerModelFeed(services, 'atom'));
  app.openapi(modelNewsJson, answerModelFeed(services, 'json'));
  app.openapi(changesAtom, answerChangeFeed(services, 'atom'));
  app.openapi(changesJson, answerChangeFeed(services, 'json'));
  app.openapi(myFeedAtom, answerMyFeed(services, 'atom'));
  app.openapi(myFeedJson, answerMyFeed(services, 'json'));
  app.openapi(postFeedKey, answerFeedKey(services));
}
