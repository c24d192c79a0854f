import type { Context, Handler } from 'hono';
import { html } from 'hono/html';
import { type CatalogNames, nearestSlugs } from './catalog-names.ts';
import { problem } from './problem.ts';
import { sendFile } from './serve-static.ts';
import type { StaticFile } from './static-site.ts';

type Site = ReadonlyMap<string, StaticFile>;

/** Serves the built site: pages without their ending, one address each; what is missing gets suggestions. */
export function siteHandler(site: Site, names: CatalogNames): Handler {
  return (context) => {
    const { path } = context.req;
    const moved = movedTo(site, names, path);
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
    return missing(context, site, names);
  };
}

/** The address that an alias or another spelling leads to: with a slash at its end, with .html, in capitals. */
function movedTo(site: Site, { aliases }: CatalogNames, path: string): string | undefined {
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
  return plain === '/index' ? '/' : plain;
}

function missing(context: Context, site: Site, names: CatalogNames): Response {
  const { path } = context.req;
  const asked =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.(json|html)$/, '')
      .toLowerCase() ?? '';
  const suggestions = nearestSlugs(names, asked);
  if (path.startsWith('/api/')) {
    return problem(context, {
      status: 404,
      title: 'Not found',
      detail: `There is nothing at ${path}.`,
      suggestions,
    });
  }
  const page = site.get('/404.html');
  if (!page) return context.text('There is no such page.', 404);
  const told = suggestions.map(
    (slug) => html`<li><a href="/models/${slug}">${names.models.get(slug) ?? slug}</a></li>`,
  );
  const list = told.length > 0 ? html`<p>Did you mean:</p><ul>${told}</ul>` : '';
  const body = new TextDecoder()
    .decode(page.body)
    .replace('<near-names>', () => `<near-names>${list}`);
  return context.html(body, 404, { 'Cache-Control': 'no-cache' });
}
