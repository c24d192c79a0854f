import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ItemKind } from '../../src/shapes/incoming-item.ts';
import { itemShape } from '../../src/shapes/item.ts';
import { knownDocument } from '../catalog-index.ts';
import { type ItemFilter, mostFound } from '../db/item-condition.ts';
import { readItems } from '../db/item-lists.ts';
import type { Services } from '../services.ts';
import { paginationOf } from './pages.ts';
import { pageQuery, slugParameter, text, wholeNumber, yesOrNo } from './parameters.ts';
import { badInput, pageOf, unknownModel } from './responses.ts';

const what = { news: 'News', discussions: 'Discussions', jobs: 'Open positions' } as const;

const stability =
  'Newest first, by publishedAt, or firstSeenAt where the source gives no date. The links of a page carry the edition of the list that it is of: followed, they lead through the list as it stood then, so that an item which arrives or a job which closes meanwhile neither repeats nor hides another.';

const levels =
  'Listed and counted is what names the model or its series; what only names its family (“Claude is down”) is left out unless family=true, and marked so in its models.';

const pageFields = {
  ...pageQuery(10, 50),
  edition: wholeNumber(0)
    .optional()
    .describe('of the list, as the links of its first page have it; the newest without it'),
};

const filterFields = {
  model: text(100).optional().describe('slug or alias'),
  provider: text(100)
    .optional()
    .describe('id of an organisation: what names its models, or comes from a source of its own'),
  source: text(100).optional().describe('id of a source'),
  search: text(200)
    .optional()
    .describe(
      `words of title, summary and company, in any order; the last may go on. Of more than ${mostFound} items that hold them, the latest stored are searched`,
    ),
};

const family = yesOrNo()
  .optional()
  .describe('true lists what only names the family of the model too');

const jobFields = {
  closed: yesOrNo().optional().describe('true lists positions too that have left their boards'),
  remote: yesOrNo().optional().describe('whether the source says that it is remote, or that not'),
};

const allItems = <const Kind extends ItemKind, Fields extends z.ZodRawShape>(
  kind: Kind,
  operationId: string,
  fields: Fields,
) =>
  createRoute({
    method: 'get',
    path: `/${kind}`,
    operationId,
    summary: `${what[kind]} of all models`,
    description: `${stability} ${levels}`,
    request: { query: z.strictObject({ ...pageFields, ...filterFields, family, ...fields }) },
    responses: {
      ...pageOf(itemShape, 'A page of items'),
      ...badInput,
      404: unknownModel[404],
    },
  });

const itemsOfModel = <const Kind extends ItemKind, Fields extends z.ZodRawShape>(
  kind: Kind,
  operationId: string,
  fields: Fields,
) =>
  createRoute({
    method: 'get',
    path: `/models/{slug}/${kind}`,
    operationId,
    summary: `${what[kind]} of a model`,
    description: `${stability} ${levels}`,
    request: { params: slugParameter, query: z.strictObject({ ...pageFields, family, ...fields }) },
    responses: { ...pageOf(itemShape, 'A page of items'), ...badInput, ...unknownModel },
  });

export const listNews = allItems('news', 'listNews', {});
export const listDiscussions = allItems('discussions', 'listDiscussions', {});
export const listJobs = allItems('jobs', 'listJobs', jobFields);
export const listModelNews = itemsOfModel('news', 'listModelNews', {});
export const listModelDiscussions = itemsOfModel('discussions', 'listModelDiscussions', {});
export const listModelJobs = itemsOfModel('jobs', 'listModelJobs', jobFields);

export const answerItems =
  (
    services: Services,
    kind: ItemKind,
  ): RouteHandler<typeof listNews | typeof listDiscussions | typeof listJobs> =>
  async (context) => {
    const { model, ...query } = context.req.valid('query');
    const slug = model === undefined ? undefined : knownDocument(services.catalog, model).slug;
    return context.json(await itemPage(context, services, { ...query, kind, model: slug }), 200);
  };

export const answerModelItems =
  (
    services: Services,
    kind: ItemKind,
  ): RouteHandler<typeof listModelNews | typeof listModelDiscussions | typeof listModelJobs> =>
  async (context) => {
    const { slug: model } = knownDocument(services.catalog, context.req.valid('param').slug);
    const query = context.req.valid('query');
    return context.json(await itemPage(context, services, { ...query, kind, model }), 200);
  };

interface PageQuery extends ItemFilter {
  readonly page: number;
  readonly limit: number;
  readonly edition?: number | undefined;
}

async function itemPage(
  context: Context,
  { database, catalog }: Services,
  { page, limit, edition, ...filter }: PageQuery,
) {
  const part = { edition, limit, offset: (page - 1) * limit };
  const read = await readItems(database, catalog, filter, part);
  const kept = { edition: String(read.edition) };
  return {
    data: [...read.items],
    pagination: paginationOf(context, { page, limit }, read.total, kept),
  };
}
