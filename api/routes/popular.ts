import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { modelSummaryShape } from '../../src/shapes/model-summary.ts';
import { popularityWindows, popularModels } from '../db/popularity.ts';
import type { Services } from '../services.ts';
import { choice, wholeNumberOr } from './parameters.ts';
import { badInput, oneOf } from './responses.ts';

const popularModelShape = z
  .strictObject({
    ...modelSummaryShape.shape,
    score: z
      .number()
      .min(0)
      .describe(
        'views plus 20 for each follow, each day’s halved for every 7 days that it is past',
      ),
    viewCount: z.int().min(0).describe('within the window'),
    followCount: z.int().min(0).describe('follows begun within the window'),
  })
  .meta({ id: 'PopularModel' });

export const listPopular = createRoute({
  method: 'get',
  path: '/models/popular',
  operationId: 'listPopular',
  summary: 'What readers look at and follow, most popular first',
  request: {
    query: z.strictObject({
      limit: wholeNumberOr(10, 1, 100),
      window: choice(popularityWindows)
        .default('week')
        .describe('1, 7 or 30 days, today included, or every day'),
    }),
  },
  responses: { ...oneOf(z.array(popularModelShape), 'The models'), ...badInput },
});

export const answerPopular =
  ({ catalog, database, now }: Services): RouteHandler<typeof listPopular> =>
  async (context) => {
    const { limit, window } = context.req.valid('query');
    const summaries = new Map(catalog.summaries.map((summary) => [summary.slug, summary]));
    const today = now().toISOString().slice(0, 10);
    const ranked = await popularModels(database, { window, today });
    // A model that has left the catalog keeps its rows, but there is nothing to show of it.
    const data = ranked.flatMap(({ model, ...popularity }) => {
      const summary = summaries.get(model);
      return summary ? [{ ...summary, ...popularity }] : [];
    });
    return context.json({ data: data.slice(0, limit) }, 200);
  };
