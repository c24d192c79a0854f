import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { modelFactsShape } from '../../src/shapes/model.ts';
import { knownDocument } from '../catalog-index.ts';
import { ApiError } from '../error.ts';
import type { Services } from '../services.ts';
import { commaSeparated, expecting } from './parameters.ts';
import { badInput, oneOf, unknownModel } from './responses.ts';

const models = expecting('2 to 6 slugs or aliases, separated by commas');

export const compareModels = createRoute({
  method: 'get',
  path: '/models/compare',
  operationId: 'compareModels',
  summary: 'Two to six models in the order asked for, without their quickstarts',
  request: {
    query: z.strictObject({
      slugs: z
        .string(models)
        .refine((list) => {
          const { length } = commaSeparated(list);
          return length >= 2 && length <= 6;
        }, models)
        .transform(commaSeparated)
        .describe('slugs or aliases, separated by commas'),
    }),
  },
  responses: {
    ...oneOf(z.array(modelFactsShape), 'The models'),
    ...badInput,
    404: unknownModel[404],
  },
});

export const answerComparison =
  ({ catalog }: Services): RouteHandler<typeof compareModels> =>
  (context) => {
    const { slugs } = context.req.valid('query');
    const documents = slugs.map((slug) => knownDocument(catalog, slug));
    const repeated = documents.find((document, place) => documents.indexOf(document) < place);
    if (repeated) {
      throw new ApiError(400, {
        detail: 'A model cannot be compared with itself.',
        errors: [
          {
            path: 'query.slugs',
            message: `slugs takes each model once, and names ${repeated.slug} again by its slug or an alias.`,
          },
        ],
      });
    }
    return context.json({ data: documents }, 200);
  };
