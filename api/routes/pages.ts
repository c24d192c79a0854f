import type { Context } from 'hono';

interface PageRequest {
  /** Counted from 1. */
  readonly page: number;
  readonly limit: number;
}

/** One page of a list that is in memory, with its `Link` header (RFC 8288). */
export function pageAnswer<Item>(
  context: Context,
  all: readonly Item[],
  { page, limit }: PageRequest,
) {
  const start = (page - 1) * limit;
  const pagination = {
    page,
    limit,
    total: all.length,
    totalPages: Math.ceil(all.length / limit),
  };
  context.header('Link', linkHeader(new URL(context.req.url), pagination));
  return { data: all.slice(start, start + limit), pagination };
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
