import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { modelSchema } from '../../src/catalog/schema/model.ts';
import { day, slug, slugOf } from '../../src/catalog/schema/primitives.ts';
import { rowOn, statuses, statusOn } from '../../src/catalog/status.ts';
import { callCost } from '../call-cost.ts';
import { knownDocument } from '../catalog-index.ts';
import { ApiError } from '../error.ts';
import type { Services } from '../services.ts';
import { calendarDay, text, wholeNumberOr } from './parameters.ts';
import { badInput, oneOf, problem } from './responses.ts';

const tokenCount = () => wholeNumberOr(0, 0, 1e12);

const costShape = z
  .strictObject({
    model: slug,
    on: day,
    input: z.int(),
    output: z.int(),
    cached: z.int(),
    cost: z.number().min(0).describe('US dollars'),
    status: z
      .enum(statuses)
      .describe('where the model stood on that day; its maker answers no call to a retired one'),
    price: modelSchema.shape.pricing
      .unwrap()
      .element.describe('the price row used, with its source'),
  })
  .meta({ id: 'CallCost' });

export const getPrice = createRoute({
  method: 'get',
  path: '/price',
  operationId: 'getPrice',
  summary: 'What a call cost on a day, in US dollars',
  description:
    'From the maker’s list price of that day. A call above a tier’s threshold is charged at the tier throughout; cached input without a price of its own costs as much as other input. After a model’s retirement its last price stands, and `status` says that it is retired.',
  request: {
    query: z
      .strictObject({
        model: text(200, 'the slug or an alias of a model').describe('slug or alias'),
        input: tokenCount().describe('input tokens, cached ones included'),
        output: tokenCount().describe('output tokens'),
        cached: tokenCount().describe('input tokens read from the cache'),
        on: calendarDay().optional().describe('today where absent'),
      })
      .superRefine(({ cached, input }, context) => {
        if (cached <= input) return;
        const message = `cached takes at most ${input}, which is all of input, not ${cached}.`;
        context.addIssue({ code: 'custom', path: ['cached'], message });
      }),
  },
  responses: {
    ...oneOf(costShape, 'The cost'),
    ...badInput,
    404: problem('There is no such model, or no price of it is known for that day'),
  },
});

export const answerPrice =
  ({ catalog, now }: Services): RouteHandler<typeof getPrice> =>
  (context) => {
    const { model, on = now().toISOString().slice(0, 10), ...tokens } = context.req.valid('query');
    const document = knownDocument(catalog, model);
    const { slug: known, pricing, api } = document;
    if (model !== known && api?.snapshots?.some((id) => slugOf(id) === model)) {
      // Some versions kept their price when the model's fell, and a bill must not be wrong.
      throw new ApiError(404, {
        detail: `"${model}" is a dated version; list prices are kept for the model as a whole.`,
        suggestions: [known],
      });
    }
    const price = rowOn(pricing, on);
    if (!price) {
      const first = pricing?.[0]?.from;
      throw new ApiError(404, {
        detail: first
          ? `No list price of "${known}" is known for ${on}; the first is from ${first}.`
          : `No list price of "${known}" is known.`,
      });
    }
    if (tokens.output > 0 && price.output === undefined) {
      throw new ApiError(400, {
        detail: `"${known}" has no price for output: it gives no tokens.`,
        errors: [
          { path: 'query.output', message: `output takes 0 for this model, not ${tokens.output}.` },
        ],
      });
    }
    const cost = callCost(price, tokens);
    const status = statusOn(document, on);
    return context.json({ data: { model: known, on, ...tokens, cost, status, price } }, 200);
  };
