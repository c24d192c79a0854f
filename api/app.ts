import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { type Answered, tellAnswers } from './answered.ts';
import { apiRoutes } from './api-routes.ts';
import { liveCaching } from './caching.ts';
import { isDatabaseAway } from './db/open.ts';
import { docsPage } from './docs-page.ts';
import { ApiError } from './error.ts';
import type { ErrorReport } from './error-report.ts';
import type { SourceHealth } from './ingest/health.ts';
import { limitBodies, limitRates } from './limits.ts';
import type { Log } from './log.ts';
import { type Metrics, operationsApp } from './operations.ts';
import { problem } from './problem.ts';
import { routeTable } from './route-table.ts';
import type { SignInServices } from './routes/auth.ts';
import type { Services } from './services.ts';
import { answerMissing, siteHandler, siteMethods } from './site.ts';
import type { StaticFile } from './static-site.ts';

interface AppParts {
  readonly site: ReadonlyMap<string, StaticFile>;
  readonly services: Services & SignInServices;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tell: (answered: Answered) => void;
  readonly report: ErrorReport;
  readonly corsOrigins: readonly string[];
  readonly hasRateLimits: boolean;
  /** How the sources do that are read in the background; absent where none is. */
  readonly sourcesHealth?: (() => readonly SourceHealth[]) | undefined;
}

// Beyond the few that a page of another origin may read of itself.
const exposeHeaders = [
  'ETag',
  'Link',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
];

const readMethods = ['GET', 'HEAD', 'OPTIONS'];

/** The HTTP application: the built site, the live half of the API, and the operators' addresses. */
export function createApp(parts: AppParts): Hono {
  const { site, services, metrics } = parts;
  const { catalog, database } = services;
  const app = new Hono();
  app.use(requestId(), tellAnswers(parts.tell));
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
      strictTransportSecurity: services.publicUrl.startsWith('https:')
        ? 'max-age=31536000; includeSubDomains'
        : false,
      xFrameOptions: 'DENY',
      referrerPolicy: 'strict-origin-when-cross-origin',
    }),
  );
  app.use('/api/*', publicReads(parts));
  app.use('/api/*', limitBodies());
  if (parts.hasRateLimits) limitRates(app, services);
  app.route(
    '/',
    operationsApp(
      database,
      metrics,
      { day: catalog.day, version: catalog.version, models: catalog.documents.size },
      parts.sourcesHealth,
    ),
  );
  app.on(['GET', 'HEAD'], '*', siteHandler(site, catalog));
  const docs = docsPage(site, services);
  app.use('/docs', liveCaching);
  app.get('/docs', (context) => context.html(docs));
  app.use('/api/v1/*', liveCaching);
  app.route('/api/v1', apiRoutes(services));
  const { methodsAt } = routeTable(app);
  app.all('*', (context) => answerUnknown(context, parts, methodsAt));
  app.onError((error, context) => failure(error, context, parts));
  return app;
}

/** Public reads are for every origin; what takes a token, or writes, is for the configured ones. */
function publicReads({ corsOrigins }: AppParts) {
  const forAll = cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD'],
    // Named, since with none named every header is allowed, Authorization too.
    allowHeaders: ['If-None-Match'],
    exposeHeaders,
    maxAge: 86_400,
  });
  const forKnown = cors({
    origin: [...corsOrigins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type'],
    exposeHeaders,
    maxAge: 86_400,
  });
  return (context: Context, next: () => Promise<void>) => {
    const origin = context.req.header('Origin');
    const isKnown = origin !== undefined && corsOrigins.includes(origin);
    if (isKnown) return forKnown(context, next);
    return readMethods.includes(context.req.method) ? forAll(context, next) : next();
  };
}

/** What no route answers: another method's address (405 with Allow), or nothing at all (404). */
function answerUnknown(
  context: Context,
  { site, services }: AppParts,
  methodsAt: (path: string) => readonly string[],
): Response {
  const { path, method } = context.req;
  const allowed = [...siteMethods(site, path), ...methodsAt(path)];
  if (allowed.length === 0 || allowed.includes(method)) {
    return answerMissing(context, site, services.catalog);
  }
  throw new ApiError(405, {
    detail: `${method} does nothing here.`,
    headers: { Allow: allowed.join(', ') },
  });
}

function failure(error: Error, context: Context, { log, report }: AppParts): Response {
  const requestId = context.get('requestId') as string;
  if (error instanceof ApiError) {
    if (error.status >= 500) {
      log('error', { requestId, path: context.req.path, error: String(error.cause ?? error) });
    }
    const { status, title, message, errors, suggestions, headers } = error;
    return problem(context, { status, title, detail: message, errors, suggestions }, headers);
  }
  log('error', { requestId, path: context.req.path, error: error.stack });
  report(error, requestId);
  if (isDatabaseAway(error)) {
    const detail = 'The database cannot be reached. Try again in a moment.';
    return problem(context, { status: 503, title: 'Unavailable', detail }, { 'Retry-After': '5' });
  }
  return problem(context, {
    status: 500,
    title: 'Internal error',
    detail: `Something went wrong on our side. The log has it under the request id ${requestId}.`,
  });
}
