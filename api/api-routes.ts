import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ApiError } from './error.ts';
import { answerItemRoutes, itemRoutes } from './item-routes.ts';
import {
  answerCallback,
  answerSignIn,
  answerSignOut,
  finishSignIn,
  type SignInServices,
  signOut,
  startSignIn,
} from './routes/auth.ts';
import { answerComparison, compareModels } from './routes/compare.ts';
import {
  answerFollow,
  answerFollowStatus,
  answerStats,
  deleteFollow,
  getFollowStatus,
  putFollow,
  toggleFollow,
} from './routes/follows.ts';
import {
  answerErasure,
  answerMe,
  answerMyFollows,
  deleteMe,
  getMe,
  listMyFollows,
} from './routes/me.ts';
import { answerModel, getModel, getStats } from './routes/model.ts';
import { answerModels, listModels } from './routes/models.ts';
import { answerPopular, listPopular } from './routes/popular.ts';
import { answerPrice, getPrice } from './routes/price.ts';
import { answerQuickstarts, listQuickstarts } from './routes/quickstarts.ts';
import { answerView, postView } from './routes/views.ts';
import type { Services } from './services.ts';

/** Every route of the live half, as declared; the OpenAPI document is made of these. */
export const declaredRoutes = [
  listModels,
  listPopular,
  compareModels,
  getModel,
  listQuickstarts,
  getPrice,
  getStats,
  ...itemRoutes,
  postView,
  toggleFollow,
  putFollow,
  deleteFollow,
  getFollowStatus,
  getMe,
  listMyFollows,
  deleteMe,
  startSignIn,
  finishSignIn,
  signOut,
] as const;

/** The live half of the API, below `/api/v1`. */
export function apiRoutes(services: Services & SignInServices): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw inputError(result.target, result.error.issues);
    },
  });
  app.use(withoutEmptyQuery);
  app.use('/models/:slug/*', aliasRedirect(services));
  app.use('/models/:slug', aliasRedirect(services));
  app.use('/feeds/models/:slug/*', aliasRedirect(services));
  app.openapi(listModels, answerModels(services));
  app.openapi(listPopular, answerPopular(services));
  app.openapi(compareModels, answerComparison(services));
  app.openapi(getModel, answerModel(services));
  app.openapi(listQuickstarts, answerQuickstarts(services));
  app.openapi(getPrice, answerPrice(services));
  app.openapi(getStats, answerStats(services));
  answerItemRoutes(app, services);
  app.openapi(postView, answerView(services));
  app.openapi(toggleFollow, answerFollow(services));
  app.openapi(putFollow, answerFollow(services));
  app.openapi(deleteFollow, answerFollow(services));
  app.openapi(getFollowStatus, answerFollowStatus(services));
  app.openapi(getMe, answerMe(services));
  app.openapi(listMyFollows, answerMyFollows(services));
  app.openapi(deleteMe, answerErasure(services));
  app.openapi(startSignIn, answerSignIn(services));
  app.openapi(finishSignIn, answerCallback(services));
  app.openapi(signOut, answerSignOut(services));
  return app;
}

/** An alias answers 308 to its model's address, on every method. */
const aliasRedirect =
  ({ catalog }: Services) =>
  async (context: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    const alias = context.req.param('slug') ?? '';
    const slug = catalog.aliases.get(alias);
    if (slug === undefined) {
      await next();
      return undefined;
    }
    // By place, not by name: the alias may stand in the address percent-encoded.
    const { pathname, search } = new URL(context.req.url);
    const path = pathname.replace(/^(\/api\/v1\/(?:feeds\/)?models\/)[^/]+/, `$1${slug}`);
    return context.redirect(path + search, 308);
  };

/** A form sends its empty fields too; they are no filters, so the browser is sent on without them. */
async function withoutEmptyQuery(
  context: Context,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  const { method, url } = context.req;
  // Only an address with an empty value is parsed here; the routes parse the rest once.
  if (!/[?&][^=&?]+=?(?:&|$)/.test(url) || !['GET', 'HEAD'].includes(method)) {
    await next();
    return undefined;
  }
  const { pathname, searchParams } = new URL(url);
  const query = new URLSearchParams([...searchParams].filter(([, value]) => value !== ''));
  return context.redirect(query.size > 0 ? `${pathname}?${query}` : pathname, 302);
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** Every fault of an input at once, each named by where it was given. */
function inputError(target: string, issues: readonly Issue[]): ApiError {
  const errors = issues.flatMap(({ code, path, message, keys }) =>
    code === 'unrecognized_keys'
      ? (keys ?? []).map((key) => ({
          path: [target, key].join('.'),
          message: `There is no parameter ${key} here.`,
        }))
      : [{ path: [target, ...path.map(String)].join('.'), message }],
  );
  return new ApiError(400, {
    detail: `${errors.length === 1 ? 'An input is' : `${errors.length} inputs are`} wrong.`,
    errors,
  });
}
