import { createRoute, type RouteHandler, z } from '@hono/zod-openapi';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { userIdFor } from '../auth/identify.ts';
import type { OpenIdClient } from '../auth/open-id.ts';
import type { Sessions } from '../auth/sessions.ts';
import { ApiError } from '../error.ts';
import type { Services } from '../services.ts';
import { text } from './parameters.ts';
import { badInput } from './responses.ts';

const flowCookie = 'sign-in';
const flowPath = '/api/v1/auth';

// A cookie takes 4096 bytes, and sealing makes a third more of it.
const longestReturn = 2000;

/** What signing in works with. */
export interface SignInServices
  extends Pick<Services, 'database' | 'writes' | 'now' | 'publicUrl'> {
  /** Absent where a host platform signs users in and only shares a secret. */
  readonly openId: OpenIdClient | undefined;
  readonly sessions: Sessions;
}

export const startSignIn = createRoute({
  method: 'get',
  path: '/auth/sign-in',
  operationId: 'startSignIn',
  summary: 'Sends the browser to the sign-in service',
  request: {
    query: z.strictObject({
      returnTo: text(longestReturn).default('/').describe('a path of this site to come back to'),
    }),
  },
  responses: { 302: { description: 'To the sign-in service' }, ...badInput },
});

export const answerSignIn =
  ({ openId, publicUrl }: SignInServices): RouteHandler<typeof startSignIn> =>
  async (context) => {
    const { returnTo } = context.req.valid('query');
    const path = ownPath(returnTo, publicUrl);
    if (path === undefined) {
      throw new ApiError(400, {
        detail: 'The way back must be a path of this site.',
        errors: [
          {
            path: 'query.returnTo',
            message: 'returnTo takes a path of this site, such as /models/gpt-4o.',
          },
        ],
      });
    }
    const { address, flow } = await known(openId).begin(path);
    setCookie(context, flowCookie, flow, {
      httpOnly: true,
      sameSite: 'Lax',
      secure: publicUrl.startsWith('https:'),
      path: flowPath,
      maxAge: 600,
    });
    return context.redirect(address, 302);
  };

export const finishSignIn = createRoute({
  method: 'get',
  path: '/auth/callback',
  operationId: 'finishSignIn',
  summary: 'Where the sign-in service sends the browser back to',
  request: { query: z.looseObject({ state: z.string().optional(), code: z.string().optional() }) },
  responses: { 302: { description: 'To where the reader was' }, ...badInput },
});

export const answerCallback =
  (services: SignInServices): RouteHandler<typeof finishSignIn> =>
  async (context) => {
    const { openId, sessions, publicUrl } = services;
    const flow = getCookie(context, flowCookie);
    // Once: an answer that is sent again finds no flow to belong to.
    deleteCookie(context, flowCookie, { path: flowPath });
    const { search } = new URL(context.req.url);
    const { identity, returnTo } = await known(openId).finish(search, flow);
    await sessions.begin(context, await userIdFor(identity, services));
    return context.redirect(ownPath(returnTo, publicUrl) ?? '/', 302);
  };

export const signOut = createRoute({
  method: 'post',
  path: '/auth/sign-out',
  operationId: 'signOut',
  summary: 'Ends the session',
  request: { query: z.strictObject({}) },
  responses: { 204: { description: 'Signed out' }, ...badInput },
});

export const answerSignOut =
  ({ sessions, publicUrl }: SignInServices): RouteHandler<typeof signOut> =>
  async (context) => {
    const origin = context.req.header('Origin');
    if (origin !== undefined && origin !== new URL(publicUrl).origin) {
      throw new ApiError(403, { detail: 'Another site cannot sign a reader out.' });
    }
    await sessions.end(context);
    return context.body(null, 204);
  };

/** A return address as a browser reads it, if that stays on this site. */
function ownPath(address: string, publicUrl: string): string | undefined {
  const target = address.startsWith('/') ? URL.parse(address, publicUrl) : null;
  if (target?.origin !== new URL(publicUrl).origin) return undefined;
  const path = target.pathname + target.search + target.hash;
  // "/.//elsewhere" is read as "//elsewhere", which as an address is another site's; and what is
  // longer does not fit into a cookie once it is sealed.
  return path.startsWith('//') || path.length > longestReturn ? undefined : path;
}

function known(openId: OpenIdClient | undefined): OpenIdClient {
  if (openId) return openId;
  throw new ApiError(404, { detail: 'This site signs nobody in itself.' });
}
