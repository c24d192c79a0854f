import type { Context } from 'hono';

interface PageRequest {
  /** Counted from 1. */
  readonly page: number;
  readonly limit: number;
}

/** One page of a list that is in memory, with its `Link` header. */
export function pageAnswer<Item>(
  context: Context,
  all: readonly Item[],
  { page, limit }: PageRequest,
) {
  const start = (page - 1) * limit;
  const pagination = paginationOf(context, { page, limit }, all.length);
  return { data: all.slice(start, start + limit), pagination };
}

/**
 * Where a page is in its list, told in a `Link` header too (RFC 8288).
 *
 * @param kept parameters that the links carry beside those of the request
 */
export function paginationOf(
  context: Context,
  { page, limit }: PageRequest,
  total: number,
  kept: Readonly<Record<string, string>> = {},
) {
  const totalPages = Math.ceil(total / limit);
  const url = new URL(context.req.url);
  for (const [name, value] of Object.entries(kept)) url.searchParams.set(name, value);
  context.header('Link', linkHeader(url, { page, totalPages }));
  return { page, limit, total, totalPages };
}

function linkHeader(
  url: URL,
  { page, totalPages }: { readonly page: number; readonly totalPages: number },
): string {
  const last = Math.max(1, totalPages);
  const pages = [
    ['first', 1],
    ...(page > 1 ? ([['prev', Math.min(page - 1, last)]] as const) : []),
    ...(page < last ? ([['next', page + 1]] as const) : []),
    ['last', last],
  ] as const;
  return pages
    .map(([relation, number]) => {
      const query = new URLSearchParams(url.search);
      query.set('page', String(number));
      return `<${url.pathname}?${query}>; rel="${relation}"`;
    })
    .join(', ');
}
