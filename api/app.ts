import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { catalogNames } from './catalog-names.ts';
import { type Log, requestLog } from './log.ts';
import { problem } from './problem.ts';
import { siteHandler } from './site.ts';
import type { StaticFile } from './static-site.ts';

/** The HTTP application over a built site. */
export function createApp(site: ReadonlyMap<string, StaticFile>, log: Log): Hono {
  const names = catalogNames(site);
  const app = new Hono();
  app.use(requestId(), requestLog(log));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        // Search runs WebAssembly; nothing inline, nothing from elsewhere.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      // Over plain HTTP on a loopback address it would only lock a newcomer out.
      strictTransportSecurity: false,
      referrerPolicy: 'strict-origin-when-cross-origin',
    }),
  );
  app.use('/api/*', cors({ origin: '*', allowMethods: ['GET', 'HEAD'], maxAge: 86_400 }));
  app.on(['GET', 'HEAD'], '*', siteHandler(site, names));
  app.all('*', (context) =>
    problem(
      context,
      {
        status: 405,
        title: 'Method not allowed',
        detail: `${context.req.method} does nothing here; the catalog can be read.`,
      },
      { Allow: 'GET, HEAD' },
    ),
  );
  app.onError((error, context) => unknownFault(error, context, log));
  return app;
}

function unknownFault(error: Error, context: Context, log: Log): Response {
  const id = context.get('requestId') as string;
  log('error', { requestId: id, path: context.req.path, error: error.stack });
  return problem(context, {
    status: 500,
    title: 'Internal error',
    detail: `Something went wrong on our side. The log has it under the request id ${id}.`,
  });
}
