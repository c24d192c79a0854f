import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { modelSummaryShape } from '../../src/shapes/model-summary.ts';
import { followedModels } from '../db/follows.ts';
import { eraseUser, userAccount } from '../db/users.ts';
import type { Services } from '../services.ts';
import { signedIn } from './follows.ts';
import { pageAnswer } from './pages.ts';
import { pageQuery } from './parameters.ts';
import { asUser, badInput, notSignedIn, oneOf, pageOf } from './responses.ts';

const accountShape = z
  .strictObject({
    issuer: z.string().describe('who signed the user in'),
    subject: z.string().describe('the user at that issuer'),
    createdAt: z.iso.datetime(),
    followCount: z.int().min(0).describe('models that the user follows'),
  })
  .meta({ id: 'Account' });

export const getMe = createRoute({
  method: 'get',
  path: '/me',
  operationId: 'getMe',
  summary: 'The account of the user: all that is kept of them',
  request: { query: z.strictObject({}) },
  responses: { ...oneOf(accountShape, 'The account'), ...badInput, ...notSignedIn },
  security: asUser,
});

export const answerMe =
  (services: Services): RouteHandler<typeof getMe> =>
  async (context) => {
    const userId = await signedIn(services, context);
    return context.json({ data: await userAccount(services.database, userId) }, 200);
  };

const followedModelShape = z
  .strictObject({ ...modelSummaryShape.shape, followedAt: z.iso.datetime() })
  .meta({ id: 'FollowedModel' });

export const listMyFollows = createRoute({
  method: 'get',
  path: '/me/follows',
  operationId: 'listMyFollows',
  summary: 'The models that the user follows, newest follow first',
  request: { query: z.strictObject(pageQuery(20, 100)) },
  responses: { ...pageOf(followedModelShape, 'A page of models'), ...badInput, ...notSignedIn },
  security: asUser,
});

export const answerMyFollows =
  (services: Services): RouteHandler<typeof listMyFollows> =>
  async (context) => {
    const userId = await signedIn(services, context);
    const summaries = new Map(services.catalog.summaries.map((model) => [model.slug, model]));
    const follows = await followedModels(services.database, userId);
    const models = follows.flatMap(({ model, followedAt }) => {
      const summary = summaries.get(model);
      return summary ? [{ ...summary, followedAt }] : [];
    });
    return context.json(pageAnswer(context, models, context.req.valid('query')), 200);
  };

export const deleteMe = createRoute({
  method: 'delete',
  path: '/me',
  operationId: 'deleteMe',
  summary: 'Erases the account and its follows',
  request: { query: z.strictObject({}) },
  responses: { 204: { description: 'Erased' }, ...badInput, ...notSignedIn },
  security: asUser,
});

export const answerErasure =
  (services: Services): RouteHandler<typeof deleteMe> =>
  async (context) => {
    const userId = await signedIn(services, context);
    for (const { model, followCount } of await eraseUser(services.writes, userId)) {
      services.counts.setFollowCount(model, followCount);
    }
    return context.body(null, 204);
  };
