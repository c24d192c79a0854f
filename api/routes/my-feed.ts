import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { feedKeyUser, renewFeedKey } from '../db/feed-keys.ts';
import { followedModels } from '../db/follows.ts';
import { readFollowedNews } from '../db/item-lists.ts';
import { ApiError } from '../error.ts';
import type { FeedFormat } from '../items/feed.ts';
import { changeEntry, type FeedEntry, itemEntry, newestEntries } from '../items/feed-entry.ts';
import type { Services } from '../services.ts';
import { feedAnswer, mostEntries, sendFeed } from './feeds.ts';
import { signedIn } from './follows.ts';
import { text } from './parameters.ts';
import { asUser, badInput, notSignedIn, oneOf, problem } from './responses.ts';

const myFeed = <const Format extends FeedFormat>(format: Format, operationId: string) =>
  createRoute({
    method: 'get',
    path: `/me/feed.${format}`,
    operationId,
    summary: 'A feed of the news and changes of the models that the user follows',
    description: 'For readers of feeds, which sign in nowhere, there is a secret link with a key.',
    request: {
      query: z.strictObject({ key: text(100).optional().describe('of the secret link') }),
    },
    responses: {
      ...feedAnswer(format),
      ...badInput,
      ...notSignedIn,
      404: problem('The link has ended: it was renewed, or the account was erased'),
    },
    // One or the other, or neither with a key.
    security: [...asUser, {}],
  });

export const myFeedAtom = myFeed('atom', 'myFeedAtom');
export const myFeedJson = myFeed('json', 'myFeedJson');

const linksShape = z
  .strictObject({
    key: z.string().describe('told this once; only a hash of it is kept'),
    atom: z.url(),
    json: z.url(),
  })
  .meta({ id: 'FeedLinks' });

export const postFeedKey = createRoute({
  method: 'post',
  path: '/me/feed-key',
  operationId: 'renewFeedKey',
  summary: 'Makes the secret link of the personal feed; one made before ends',
  request: { query: z.strictObject({}) },
  responses: { ...oneOf(linksShape, 'The link, in both formats'), ...badInput, ...notSignedIn },
  security: asUser,
});

export const answerMyFeed =
  (services: Services, format: FeedFormat): RouteHandler<typeof myFeedAtom | typeof myFeedJson> =>
  async (context) => {
    const userId = await readerOf(services, context, context.req.valid('query').key);
    return sendFeed(context, services, {
      format,
      title: 'News and changes of the models you follow',
      page: '/following',
      entries: await followedEntries(services, userId),
    });
  };

async function followedEntries(
  { database, catalog, publicUrl }: Services,
  userId: bigint,
): Promise<readonly FeedEntry[]> {
  const [news, follows] = await Promise.all([
    readFollowedNews(database, catalog, { userId, limit: mostEntries }),
    followedModels(database, userId),
  ]);
  const followed = new Set(follows.map(({ model }) => model));
  const changes = catalog.changes.filter(({ model }) => followed.has(model)).slice(0, mostEntries);
  return newestEntries(
    news.map(itemEntry),
    changes.map((change) => changeEntry(change, publicUrl)),
    mostEntries,
  );
}

async function readerOf(
  services: Services,
  context: Context,
  key: string | undefined,
): Promise<bigint> {
  if (key === undefined) return signedIn(services, context);
  const userId = await feedKeyUser(services.database, key);
  if (userId !== undefined) return userId;
  throw new ApiError(404, {
    detail: 'This link has ended. The account’s owner can make a new one.',
  });
}

export const answerFeedKey =
  (services: Services): RouteHandler<typeof postFeedKey> =>
  async (context) => {
    const { writes, now, publicUrl } = services;
    const userId = await signedIn(services, context);
    const key = await renewFeedKey(writes, { userId, now: now() });
    const link = (format: FeedFormat) => `${publicUrl}/api/v1/me/feed.${format}?key=${key}`;
    return context.json({ data: { key, atom: link('atom'), json: link('json') } }, 200);
  };
