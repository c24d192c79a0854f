import { z } from 'zod';
import type { ItemKind } from '../../../src/shapes/incoming-item.ts';
import { itemShape } from '../../../src/shapes/item.ts';
import { type LiveApp, signedInAs } from '../live-app.ts';

export const machine = () => signedInAs('platform', 'items:write');

/** Sends a body as a platform with a token does. */
export async function push(
  { app }: Pick<LiveApp, 'app'>,
  kind: ItemKind,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return app.request(`/api/v1/items/${kind}`, {
    method: 'POST',
    headers: {
      ...(await machine()),
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(text)),
      ...headers,
    },
    body: text,
  });
}

/** Sends items of `my-platform`, and what the answer holds. @throws when it is none. */
export async function pushed(
  live: Pick<LiveApp, 'app'>,
  kind: ItemKind,
  items: readonly unknown[],
  fields = {},
) {
  const response = await push(live, kind, { source: 'my-platform', items, ...fields });
  if (response.status !== 200) throw new Error(await response.text());
  return z.object({ data: z.looseObject({}) }).parse(await response.json()).data;
}

const pageShape = z.object({
  data: z.array(itemShape),
  pagination: z.object({ page: z.int(), limit: z.int(), total: z.int(), totalPages: z.int() }),
});

/** A page of items, with its links by relation. */
export async function page({ app }: Pick<LiveApp, 'app'>, path: string) {
  const response = await app.request(path.startsWith('/api/') ? path : `/api/v1${path}`);
  if (response.status !== 200) throw new Error(await response.text());
  const { data, pagination } = pageShape.parse(await response.json());
  const links = [...(response.headers.get('Link') ?? '').matchAll(/<([^>]*)>; rel="(\w+)"/g)];
  return {
    items: data,
    titles: data.map(({ title }) => title),
    pagination,
    links: new Map(links.map(([, address, relation]) => [relation, address ?? ''])),
  };
}

/** Articles that differ by their number, the higher the newer. */
export const articles = (numbers: readonly number[], fields = {}) =>
  numbers.map((number) => ({
    externalId: String(number),
    url: `https://platform.example/${number}`,
    title: `Article ${number}`,
    publishedAt: new Date(Date.UTC(2025, 0, number)).toISOString(),
    models: ['aurora-1'],
    ...fields,
  }));
