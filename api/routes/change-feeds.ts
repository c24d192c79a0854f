import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import type { FeedFormat } from '../items/feed.ts';
import { changeEntry } from '../items/feed-entry.ts';
import type { Services } from '../services.ts';
import { feedAnswer, formatNames, mostEntries, sendFeed } from './feeds.ts';
import { badInput } from './responses.ts';

const changes = <const Format extends FeedFormat>(format: Format, operationId: string) =>
  createRoute({
    method: 'get',
    path: `/feeds/changes.${format}`,
    operationId,
    summary: `A feed of what happened to the models, as ${formatNames[format]}`,
    description: 'Releases, prices, ends and scores, as the dated facts of the catalog tell them.',
    request: { query: z.strictObject({}) },
    responses: { ...feedAnswer(format), ...badInput },
  });

export const changesAtom = changes('atom', 'changesAtom');
export const changesJson = changes('json', 'changesJson');

export const answerChangeFeed =
  (services: Services, format: FeedFormat): RouteHandler<typeof changesAtom | typeof changesJson> =>
  (context) =>
    sendFeed(context, services, {
      format,
      title: 'Changes of language models',
      page: '/changes',
      entries: services.catalog.changes
        .slice(0, mostEntries)
        .map((change) => changeEntry(change, services.publicUrl)),
    });
