import type { Context, MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { type CatalogIndex, nearestSlugs } from './catalog-index.ts';
import { ApiError } from './error.ts';
import { sendFile } from './serve-static.ts';
import type { StaticFile } from './static-site.ts';

type Site = ReadonlyMap<string, StaticFile>;

/** Serves the built site: pages without their ending, one address each. */
export function siteHandler(site: Site, catalog: CatalogIndex): MiddlewareHandler {
  return async (context, next) => {
    const { path } = context.req;
    const moved = movedTo(site, catalog, path);
    if (moved !== undefined) return context.redirect(moved + new URL(context.req.url).search, 301);
    const page = site.get(path === '/' ? '/index.html' : `${path}.html`);
    if (page) {
      const json = `/api/v1${path === '/' ? '/models' : path}.json`;
      if (site.has(json)) {
        context.header('Link', `<${json}>; rel="alternate"; type="application/json"`);
      }
      return sendFile(context, path, page, path === '/404' ? 404 : 200);
    }
    const file = site.get(path);
    if (file) return sendFile(context, path, file);
    await next();
    return undefined;
  };
}

/** The address that an alias or another spelling leads to: with a slash at its end, with .html, in capitals. */
function movedTo(site: Site, { aliases }: CatalogIndex, path: string): string | undefined {
  const plain = plainPath(path);
  const slug = aliases.get(/^\/models\/([^/]+)$/.exec(plain)?.[1] ?? '');
  if (slug !== undefined) return `/models/${slug}`;
  const isPage = plain === '/' || site.has(`${plain}.html`);
  return isPage && plain !== path ? plain : undefined;
}

function plainPath(path: string): string {
  // Not /\/+$/, which takes time by the square of a long run of slashes.
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  const plain = path
    .slice(0, end)
    .replace(/\.html$/, '')
    .toLowerCase();
  // The list of models is the first page; whoever shortens an address looks for it here.
  return ['/index', '/models'].includes(plain) ? '/' : plain;
}

/**
 * Answers for an address that leads nowhere: the page that says so, with the models whose names are
 * nearest.
 *
 * @throws {ApiError} 404 with the same suggestions, below `/api`.
 */
export function answerMissing(context: Context, site: Site, catalog: CatalogIndex): Response {
  const { path } = context.req;
  const asked =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.(json|html)$/, '')
      .toLowerCase() ?? '';
  const suggestions = nearestSlugs(catalog, asked);
  const page = site.get('/404.html');
  if (path.startsWith('/api/') || !page) {
    throw new ApiError(404, { detail: `There is nothing at ${path}.`, suggestions });
  }
  const told = suggestions.map(
    (slug) =>
      html`<li><a href="/models/${slug}">${catalog.documents.get(slug)?.name ?? slug}</a></li>`,
  );
  const list = told.length > 0 ? html`<p>Did you mean:</p><ul>${told}</ul>` : '';
  const body = new TextDecoder()
    .decode(page.body)
    .replace('<near-names>', () => `<near-names>${list}`);
  return context.html(body, 404, { 'Cache-Control': 'no-cache' });
}

/** The methods that an address of the site takes; none where there is no such address. */
export const siteMethods = (site: Site, path: string): readonly string[] =>
  path === '/' || site.has(path) || site.has(`${path}.html`) ? ['GET', 'HEAD'] : [];
