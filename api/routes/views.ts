import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { knownDocument } from '../catalog-index.ts';
import type { Services } from '../services.ts';
import { slugParameter } from './parameters.ts';
import { badInput, unknownModel } from './responses.ts';

export const postView = createRoute({
  method: 'post',
  path: '/models/{slug}/views',
  operationId: 'postView',
  summary: 'Tells that somebody looks at a model',
  description:
    'Counts once a visitor, model and day. Robots, empty user agents and readers who send DNT or Sec-GPC do not count; the answer is the same.',
  request: { params: slugParameter, query: z.strictObject({}) },
  responses: { 204: { description: 'Heard' }, ...badInput, ...unknownModel },
});

export const answerView =
  ({ catalog, views, counts, addressOf, now }: Services): RouteHandler<typeof postView> =>
  (context) => {
    const { slug } = knownDocument(catalog, context.req.valid('param').slug);
    const visitor = {
      address: addressOf(context),
      userAgent: context.req.header('User-Agent') ?? '',
      isPrivate: context.req.header('DNT') === '1' || context.req.header('Sec-GPC') === '1',
    };
    if (views.count(slug, visitor, now())) counts.addView(slug);
    return context.body(null, 204);
  };
