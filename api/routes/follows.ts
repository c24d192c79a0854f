import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { knownDocument } from '../catalog-index.ts';
import { changeFollow, followState } from '../db/follows.ts';
import { ApiError } from '../error.ts';
import type { Services } from '../services.ts';
import type { getStats } from './model.ts';
import { slugParameter } from './parameters.ts';
import { asUser, badInput, notSignedIn, oneOf, unknownModel } from './responses.ts';

const followShape = z
  .strictObject({ isFollowing: z.boolean(), followCount: z.int().min(0) })
  .meta({ id: 'FollowState' });

const path = '/models/{slug}/follow';
const request = { params: slugParameter, query: z.strictObject({}) };
const responses = {
  ...oneOf(followShape, 'The new state'),
  ...badInput,
  ...notSignedIn,
  ...unknownModel,
};
export const toggleFollow = createRoute({
  method: 'post',
  path,
  operationId: 'toggleFollow',
  summary: 'Follows, or unfollows when already following',
  request,
  responses,
  security: asUser,
});

export const putFollow = createRoute({
  method: 'put',
  path,
  operationId: 'putFollow',
  summary: 'Follows',
  request,
  responses,
  security: asUser,
});

export const deleteFollow = createRoute({
  method: 'delete',
  path,
  operationId: 'deleteFollow',
  summary: 'Unfollows',
  request,
  responses,
  security: asUser,
});

export const getFollowStatus = createRoute({
  method: 'get',
  path: '/models/{slug}/follow-status',
  operationId: 'getFollowStatus',
  summary: 'Whether the user follows a model',
  request,
  responses,
  security: asUser,
});

const changes = { POST: 'toggle', PUT: 'follow', DELETE: 'unfollow' } as const;

export const answerFollow =
  (
    services: Services,
  ): RouteHandler<typeof toggleFollow | typeof putFollow | typeof deleteFollow> =>
  async (context) => {
    const { catalog, writes, counts, now } = services;
    const { slug: model } = knownDocument(catalog, context.req.valid('param').slug);
    const userId = await signedIn(services, context);
    const change = changes[context.req.method as keyof typeof changes];
    const state = await changeFollow(writes, change, { userId, model, now: now() });
    counts.setFollowCount(model, state.followCount);
    return context.json({ data: state }, 200);
  };

export const answerFollowStatus =
  (services: Services): RouteHandler<typeof getFollowStatus> =>
  async (context) => {
    const { slug } = knownDocument(services.catalog, context.req.valid('param').slug);
    const userId = await signedIn(services, context);
    return context.json({ data: await followState(services.database, userId, slug) }, 200);
  };

export const answerStats =
  ({ catalog, counts, database, identify }: Services): RouteHandler<typeof getStats> =>
  async (context) => {
    const { slug } = knownDocument(catalog, context.req.valid('param').slug);
    const userId = await identify(context);
    if (userId === undefined) return context.json({ data: counts.of(slug) }, 200);
    const state = await followState(database, userId, slug);
    return context.json({ data: { ...counts.of(slug), ...state } }, 200);
  };

/** The user of a request. @throws {ApiError} 401 when it names none. */
export async function signedIn({ identify }: Services, context: Context): Promise<bigint> {
  const userId = await identify(context);
  if (userId !== undefined) return userId;
  throw new ApiError(401, {
    detail: 'Sign in, or send a token as "Authorization: Bearer …".',
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}
