import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isSlug, slugInWords } from '../../src/catalog/schema/primitives.ts';
import { type IncomingItem, type ItemKind, incomingItems } from '../../src/shapes/incoming-item.ts';
import { ApiError, type InputFault } from '../error.ts';
import { editorialSource } from '../items/item-catalog.ts';
import { itemFaults } from '../items/item-faults.ts';
import type { Services } from '../services.ts';
import { expecting } from './parameters.ts';
import { badInput, notSignedIn, oneOf, problem } from './responses.ts';

const scope = 'items:write';
const mostItems = 500;

const source = expecting(`the id that the platform goes by, ${slugInWords}`);

const envelope = {
  source: z
    .string(source)
    .refine(isSlug, source)
    .describe(
      'the id that the platform goes by; with an item’s externalId it says which item it is',
    ),
};

const isComplete = z
  .boolean(expecting('true or false'))
  .default(false)
  .describe(
    'whether these are all open positions of the source, so that any other it sent before is closed',
  );

const pushedShape = z
  .strictObject({
    created: z.int().min(0),
    updated: z.int().min(0),
    unchanged: z.int().min(0),
    closed: z.int().min(0),
    refused: z.array(
      z.strictObject({
        index: z.int().min(0).describe('place among the items that were sent, from 0'),
        externalId: z.string().optional().describe('absent where it was none'),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'PushedItems' });

const push = <const Kind extends ItemKind>(kind: Kind, operationId: string) =>
  createRoute({
    method: 'post',
    path: `/items/${kind}`,
    operationId,
    summary: `Takes ${kind} of a platform`,
    description: `For a token with the scope ${scope}. The same source and externalId are the same item, however often they are sent; at the address of an item of another source it is that item, at one more place. An item that is wrong is refused with its reasons, and the others are stored.`,
    request: {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.strictObject({
              ...envelope,
              ...(kind === 'jobs' && { isComplete }),
              items: z.array(incomingItems[kind]).max(mostItems),
            }),
          },
        },
      },
    },
    responses: {
      ...oneOf(pushedShape, 'What was stored, and what was refused'),
      ...badInput,
      ...notSignedIn,
      403: problem(
        'The token does not allow it, or the source is one that the catalog reads itself',
      ),
      413: problem('The body is too large'),
      415: problem('The body is no JSON'),
      422: problem('The body is not of this shape; `errors` names every fault'),
    },
    security: [{ bearer: [] }],
  });

export const pushNews = push('news', 'pushNews');
export const pushDiscussions = push('discussions', 'pushDiscussions');
export const pushJobs = push('jobs', 'pushJobs');

/** Takes items by the declared shape, but item by item: a wrong one keeps no other out. */
export const answerPush = (services: Services, kind: ItemKind) => async (context: Context) => {
  await refuseWithoutScope(services, context);
  const body = bodyOf(await jsonOf(context), kind);
  refuseReadSource(services, body.source);
  const { taken, refused } = sortedOut(body.items, kind);
  const { refused: notStored, ...counts } = await services.storeItems(
    { id: body.source, kind },
    taken.map(({ item }) => item),
    // What is refused may be one that is open, so that nothing can be told of those that are missing.
    { isComplete: body.isComplete && refused.length === 0 },
  );
  if (counts.created + counts.updated + counts.closed > 0) await services.counts.beatNow();
  const all = [
    ...refused,
    ...notStored.map(({ index, ...why }) => ({ index: taken[index]?.index ?? index, ...why })),
  ];
  const data: z.infer<typeof pushedShape> = {
    ...counts,
    refused: all.toSorted((one, other) => one.index - other.index),
  };
  return context.json({ data }, 200);
};

async function refuseWithoutScope({ scopesOf }: Services, context: Context): Promise<void> {
  const scopes = await scopesOf(context);
  if (scopes === undefined) {
    throw new ApiError(401, {
      detail: `Send a token with the scope ${scope} as "Authorization: Bearer …".`,
      headers: { 'WWW-Authenticate': `Bearer scope="${scope}"` },
    });
  }
  if (scopes.includes(scope)) return;
  throw new ApiError(403, {
    detail: `The token has not the scope ${scope}.`,
    headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  });
}

async function jsonOf(context: Context): Promise<unknown> {
  const type = context.req.header('Content-Type') ?? '';
  if (!/^application\/json *(;|$)/i.test(type)) {
    throw new ApiError(415, {
      detail: `The body is to be application/json, not ${type === '' ? 'of no type' : type}.`,
    });
  }
  try {
    return JSON.parse(await context.req.text());
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ApiError(400, { detail: `The body is no JSON: ${cause.message}.`, cause });
  }
}

const bodyShape = z.strictObject({
  ...envelope,
  isComplete,
  items: z.array(z.unknown(), expecting('a list of items')).max(mostItems, {
    error: `items takes at most ${mostItems}; send the others in a request of their own.`,
  }),
});

function bodyOf(json: unknown, kind: ItemKind): z.infer<typeof bodyShape> {
  const shape = kind === 'jobs' ? bodyShape : bodyShape.omit({ isComplete: true });
  const parsed = shape.safeParse(json, { reportInput: true });
  if (parsed.success) return { isComplete: false, ...parsed.data };
  const errors = parsed.error.issues.flatMap((issue): InputFault | readonly InputFault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: `body.${key}`,
          message: `There is no field ${key} here.`,
        }))
      : { path: ['body', ...issue.path].join('.'), message: issue.message },
  );
  throw new ApiError(422, { detail: 'The body is not of the shape that is taken here.', errors });
}

/** What the catalog reads itself, or writes, nobody tells in its place. */
function refuseReadSource({ catalog }: Services, source: string): void {
  if (source !== editorialSource.id && !catalog.sources.has(source)) return;
  throw new ApiError(403, {
    detail: `${source} is a source of the catalog itself; choose another id for the platform.`,
    errors: [{ path: 'body.source', message: `source takes an id other than ${source}.` }],
  });
}

/** The items that are of their kind's shape, and why the others are not, each with its place. */
function sortedOut(items: readonly unknown[], kind: ItemKind) {
  const taken: { readonly index: number; readonly item: IncomingItem }[] = [];
  const refused: z.infer<typeof pushedShape>['refused'] = [];
  for (const [index, given] of items.entries()) {
    const parsed = incomingItems[kind].safeParse(given, { reportInput: true });
    if (parsed.success) taken.push({ index, item: parsed.data });
    else {
      const named = namedShape.safeParse(given);
      refused.push({ index, ...named.data, reason: itemFaults(parsed.error.issues).join(' ') });
    }
  }
  return { taken, refused };
}

const namedShape = z.object({ externalId: z.string() });
