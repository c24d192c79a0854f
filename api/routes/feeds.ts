import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { knownDocument } from '../catalog-index.ts';
import type { ItemFilter } from '../db/item-condition.ts';
import { readItems } from '../db/item-lists.ts';
import { ApiError } from '../error.ts';
import { type FeedFormat, feedFormats } from '../items/feed.ts';
import { type FeedEntry, itemEntry } from '../items/feed-entry.ts';
import type { Services } from '../services.ts';
import { slugParameter } from './parameters.ts';
import { badInput, problem, unknownModel } from './responses.ts';

// What readers of feeds keep; whoever was away longer has the lists.
export const mostEntries = 50;

export const formatNames = { atom: 'Atom 1.0', json: 'JSON Feed 1.1' } as const;

/** The answer that is a feed. */
export const feedAnswer = (format: FeedFormat) => ({
  200: {
    description: `The newest ${mostEntries}, as ${formatNames[format]}`,
    content: {
      [feedFormats[format].mediaType]: {
        schema: format === 'atom' ? z.string() : z.looseObject({}),
      },
    },
  },
});

const query = z.strictObject({});

const allNews = <const Format extends FeedFormat>(format: Format, operationId: string) =>
  createRoute({
    method: 'get',
    path: `/feeds/news.${format}`,
    operationId,
    summary: `A feed of all news, as ${formatNames[format]}`,
    request: { query },
    responses: { ...feedAnswer(format), ...badInput },
  });

const providerNews = <const Format extends FeedFormat>(format: Format, operationId: string) =>
  createRoute({
    method: 'get',
    path: `/feeds/providers/{id}/news.${format}`,
    operationId,
    summary: `A feed of the news of a provider, as ${formatNames[format]}`,
    request: { params: z.object({ id: z.string().describe('id of an organisation') }), query },
    responses: { ...feedAnswer(format), ...badInput, 404: problem('There is no such provider') },
  });

const modelNews = <const Format extends FeedFormat>(format: Format, operationId: string) =>
  createRoute({
    method: 'get',
    path: `/feeds/models/{slug}/news.${format}`,
    operationId,
    summary: `A feed of the news of a model, as ${formatNames[format]}`,
    request: { params: slugParameter, query },
    responses: { ...feedAnswer(format), ...badInput, ...unknownModel },
  });

export const newsAtom = allNews('atom', 'newsAtom');
export const newsJson = allNews('json', 'newsJson');
export const providerNewsAtom = providerNews('atom', 'providerNewsAtom');
export const providerNewsJson = providerNews('json', 'providerNewsJson');
export const modelNewsAtom = modelNews('atom', 'modelNewsAtom');
export const modelNewsJson = modelNews('json', 'modelNewsJson');

export const answerNewsFeed =
  (services: Services, format: FeedFormat): RouteHandler<typeof newsAtom | typeof newsJson> =>
  async (context) =>
    sendFeed(context, services, {
      format,
      title: 'News of language models',
      page: '/news',
      entries: await newest(services, {}),
    });

export const answerProviderFeed =
  (
    services: Services,
    format: FeedFormat,
  ): RouteHandler<typeof providerNewsAtom | typeof providerNewsJson> =>
  async (context) => {
    const { id } = context.req.valid('param');
    const name = services.catalog.providers.get(id)?.name;
    if (name === undefined) throw new ApiError(404, { detail: `There is no provider "${id}".` });
    return sendFeed(context, services, {
      format,
      title: `News of ${name}`,
      page: `/providers/${id}`,
      entries: await newest(services, { provider: id }),
    });
  };

export const answerModelFeed =
  (
    services: Services,
    format: FeedFormat,
  ): RouteHandler<typeof modelNewsAtom | typeof modelNewsJson> =>
  async (context) => {
    const { slug, name } = knownDocument(services.catalog, context.req.valid('param').slug);
    return sendFeed(context, services, {
      format,
      title: `News of ${name}`,
      page: `/models/${slug}`,
      entries: await newest(services, { model: slug }),
    });
  };

async function newest(
  { database, catalog }: Services,
  filter: Omit<ItemFilter, 'kind'>,
): Promise<readonly FeedEntry[]> {
  const part = { limit: mostEntries, offset: 0 };
  const { items } = await readItems(database, catalog, { ...filter, kind: 'news' }, part);
  return items.map(itemEntry);
}

interface SentFeed {
  readonly format: FeedFormat;
  readonly title: string;
  /** Path of the page that shows the same. */
  readonly page: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** Sends a feed at the address that was asked for. */
export function sendFeed(
  context: Context,
  { catalog, publicUrl }: Services,
  { format, title, page, entries }: SentFeed,
): Response {
  const { mediaType, write } = feedFormats[format];
  const { pathname, search } = new URL(context.req.url);
  const body = write({
    title,
    address: publicUrl + pathname + search,
    page: publicUrl + page,
    // Of no entries the catalog's day, so that the same feed has the same bytes.
    updatedAt:
      entries
        .map(({ updatedAt }) => updatedAt)
        .toSorted()
        .at(-1) ?? `${catalog.day}T00:00:00Z`,
    entries,
  });
  return context.body(body, 200, { 'Content-Type': `${mediaType}; charset=utf-8` });
}
