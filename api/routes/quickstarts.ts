import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { accepts } from 'hono/accepts';
import { quickstartLanguages } from '../../src/catalog/schema/protocol.ts';
import { quickstartShape } from '../../src/shapes/quickstart.ts';
import { knownDocument } from '../catalog-index.ts';
import { ApiError } from '../error.ts';
import type { Services } from '../services.ts';
import { choice, slugParameter, text } from './parameters.ts';
import { badInput, unknownModel } from './responses.ts';

export const listQuickstarts = createRoute({
  method: 'get',
  path: '/models/{slug}/quickstarts',
  operationId: 'listQuickstarts',
  summary: 'Code that calls a model',
  description:
    'By provider, the maker first, then by variant and language. As text/plain the code of the first that fits, in curl where no language is named.',
  request: {
    params: slugParameter,
    query: z.strictObject({
      language: choice(quickstartLanguages).optional(),
      provider: text(100).optional().describe('id of a provider; local: the reader’s own machine'),
    }),
  },
  responses: {
    200: {
      description: 'The quickstarts, or the code of one',
      content: {
        'application/json': { schema: z.strictObject({ data: z.array(quickstartShape) }) },
        'text/plain': { schema: z.string() },
      },
    },
    ...badInput,
    ...unknownModel,
  },
});

export const answerQuickstarts =
  ({ catalog }: Services): RouteHandler<typeof listQuickstarts> =>
  (context) => {
    const { slug } = knownDocument(catalog, context.req.valid('param').slug);
    const { language, provider } = context.req.valid('query');
    const data = catalog
      .quickstartsOf(slug)
      .filter(
        (one) =>
          (language === undefined || one.language === language) &&
          (provider === undefined || one.provider === provider),
      );
    context.header('Vary', 'Accept', { append: true });
    const wanted = accepts(context, {
      header: 'Accept',
      supports: ['application/json', 'text/plain'],
      default: 'application/json',
    });
    if (wanted === 'application/json') return context.json({ data }, 200);
    const first = data.find((one) => language !== undefined || one.language === 'curl');
    if (first) return context.text(first.code, 200);
    const asked = [language, provider && `by ${provider}`].filter(Boolean).join(' ');
    throw new ApiError(404, {
      detail: `There is no quickstart of ${slug}${asked && ` in ${asked}`}.`,
    });
  };
