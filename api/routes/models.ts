import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { capabilities, modalities } from '../../src/catalog/schema/model.ts';
import { statuses } from '../../src/catalog/status.ts';
import { modelSummaryShape } from '../../src/shapes/model-summary.ts';
import { ApiError } from '../error.ts';
import { listedModels } from '../model-list.ts';
import type { Services } from '../services.ts';
import { pageAnswer } from './pages.ts';
import {
  calendarDay,
  choice,
  dollars,
  expecting,
  ids,
  pageQuery,
  text,
  wholeNumber,
  yesOrNo,
} from './parameters.ts';
import { badInput, pageOf } from './responses.ts';

const countFields = {
  viewCount: z.int().min(0),
  followCount: z.int().min(0),
};

/** A model in a list: its summary and how popular it is. */
export const listedModelShape = z
  .strictObject({ ...modelSummaryShape.shape, ...countFields })
  .meta({ id: 'ListedModel' });

const sortFields = [
  'name',
  'provider',
  'releaseDate',
  'contextWindow',
  'inputPrice',
  'outputPrice',
  'viewCount',
  'followCount',
] as const;

const sorted = expecting(`one of ${sortFields.join(', ')} or benchmark:<id>`);

export const listModels = createRoute({
  method: 'get',
  path: '/models',
  operationId: 'listModels',
  summary: 'Models, filtered and sorted',
  description: 'Models without the sorted fact come last, either way.',
  request: {
    query: z.strictObject({
      ...pageQuery(20, 100),
      provider: ids().optional().describe('ids of makers; repeatable or comma-separated'),
      status: choice(statuses).optional(),
      family: text(80).optional(),
      modality: choice(modalities).optional().describe('what it takes'),
      outputModality: choice(modalities).optional().describe('what it gives'),
      capability: choice(capabilities).optional(),
      openWeights: yesOrNo().optional(),
      minContext: wholeNumber(1).optional().describe('tokens'),
      maxInputPrice: dollars().optional().describe('US dollars per million tokens'),
      releasedAfter: calendarDay().optional().describe('later than this day'),
      releasedBefore: calendarDay().optional().describe('earlier than this day'),
      search: text(200).optional().describe('words of names and aliases'),
      sortBy: z
        .union(
          [z.enum(sortFields, sorted), z.string(sorted).regex(/^benchmark:[a-z0-9-]+$/, sorted)],
          sorted,
        )
        .optional()
        .describe(
          `${sortFields.join(', ')}, or benchmark:<id>, by the score under the stated conditions of most models; newest first without it`,
        ),
      sortOrder: choice(['asc', 'desc']).optional().describe('asc where sortBy is given'),
    }),
  },
  responses: { ...pageOf(listedModelShape, 'A page of models'), ...badInput },
});

export const answerModels =
  ({ catalog, counts }: Services): RouteHandler<typeof listModels> =>
  (context) => {
    const { page, limit, sortBy, sortOrder, ...filter } = context.req.valid('query');
    const benchmark = /^benchmark:(.*)$/.exec(sortBy ?? '')?.[1];
    if (benchmark !== undefined && !catalog.bestScores.has(benchmark)) {
      throw new ApiError(400, {
        detail: 'The list cannot be sorted so.',
        errors: [
          {
            path: 'query.sortBy',
            message: `sortBy takes the id of a benchmark in the catalog, not "${benchmark}".`,
          },
        ],
      });
    }
    const order = {
      sortBy: sortBy ?? 'releaseDate',
      sortOrder: sortOrder ?? (sortBy === undefined ? 'desc' : 'asc'),
    } as const;
    const models = listedModels(catalog, (slug) => counts.of(slug), filter, order);
    const answer = pageAnswer(context, models, { page, limit });
    const data = answer.data.map((model) => {
      const { viewCount, followCount } = counts.of(model.slug);
      return { ...model, viewCount, followCount };
    });
    return context.json({ ...answer, data }, 200);
  };
