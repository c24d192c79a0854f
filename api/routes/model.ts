import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { rowOn, statusOn } from '../../src/catalog/status.ts';
import { type ModelFacts, modelShape } from '../../src/shapes/model.ts';
import { knownDocument } from '../catalog-index.ts';
import type { Services } from '../services.ts';
import { calendarDay, slugParameter } from './parameters.ts';
import { badInput, notSignedIn, oneOf, unknownModel } from './responses.ts';

const counts = {
  viewCount: z.int().min(0),
  followCount: z.int().min(0),
  newsCount: z.int().min(0).describe('articles and notices about the model or its series'),
  discussionCount: z.int().min(0).describe('threads about the model or its series'),
  jobCount: z.int().min(0).describe('open positions that name the model or its series'),
};

const countedModelShape = z
  .strictObject({ ...modelShape.shape, ...counts })
  .meta({ id: 'CountedModel' });

export const getModel = createRoute({
  method: 'get',
  path: '/models/{slug}',
  operationId: 'getModel',
  summary: 'One model, everything, with its counts',
  description: 'Reading it counts no view.',
  request: {
    params: slugParameter,
    query: z.strictObject({
      on: calendarDay()
        .optional()
        .describe('the facts as they stood on that day: prices and status'),
    }),
  },
  responses: { ...oneOf(countedModelShape, 'The model'), ...badInput, ...unknownModel },
});

export const answerModel =
  ({ catalog, counts }: Services): RouteHandler<typeof getModel> =>
  (context) => {
    const document = knownDocument(catalog, context.req.valid('param').slug);
    const { on } = context.req.valid('query');
    const live = counts.of(document.slug);
    if (on !== undefined) {
      const quickstarts = [...catalog.quickstartsOf(document.slug)];
      return context.json({ data: { ...documentOn(document, on), quickstarts, ...live } }, 200);
    }
    return context.body(
      `{"data":${textOf(catalog, document).slice(0, -1)},${JSON.stringify(live).slice(1)}}`,
      200,
      {
        'Content-Type': 'application/json',
      },
    );
  };

// A document is the same at every request but for its counts, and writing it out is most of the work.
const texts = new WeakMap<ModelFacts, string>();

function textOf({ quickstartsOf }: Services['catalog'], document: ModelFacts): string {
  const text =
    texts.get(document) ??
    JSON.stringify({ ...document, quickstarts: quickstartsOf(document.slug) });
  texts.set(document, text);
  return text;
}

/** A model as it stood on a day: the prices known by then, and its status. */
function documentOn(document: ModelFacts, on: string): ModelFacts {
  const pricing = document.pricing?.filter(({ from }) => from <= on) ?? [];
  const { price: _, pricing: __, ...facts } = document;
  const price = rowOn(pricing, on);
  return {
    ...facts,
    status: statusOn(document, on),
    ...(pricing.length > 0 && { pricing }),
    ...(price && { price }),
  };
}

const statsShape = z
  .strictObject({ ...counts, isFollowing: z.boolean().optional().describe('for a signed-in user') })
  .meta({ id: 'ModelStats' });

export const getStats = createRoute({
  method: 'get',
  path: '/models/{slug}/stats',
  operationId: 'getStats',
  summary: 'The counts of a model alone',
  request: { params: slugParameter, query: z.strictObject({}) },
  responses: { ...oneOf(statsShape, 'The counts'), ...badInput, ...notSignedIn, ...unknownModel },
});
