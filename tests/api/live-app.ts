import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { SignJWT } from 'jose';
import { inject } from 'vitest';
import { teller } from '../../api/answered.ts';
import { createApp } from '../../api/app.ts';
import { type CatalogIndex, catalogIndex } from '../../api/catalog-index.ts';
import type { ErrorReport } from '../../api/error-report.ts';
import type { Linker } from '../../api/items/links.ts';
import { createLog } from '../../api/log.ts';
import { type OpenServices, openServices } from '../../api/open-services.ts';
import { createMetrics } from '../../api/operations.ts';
import { readSite } from '../../api/static-site.ts';
import { readSettings } from '../../src/settings.ts';
import type { SourceDocument } from '../../src/shapes/source.ts';
import { described } from './described-answers.ts';
import { type ToldNotice, wholeNotice, wholeSource } from './whole-content.ts';

export const publicUrl = 'http://127.0.0.1:4321';
export const authSecret = 'a secret of tests that has thirty-two bytes or more';

/** The whole application over the fixture's site, on a database of its own. It throws where it gives an answer that its OpenAPI document does not describe. */
export interface LiveApp {
  readonly app: Hono;
  readonly services: OpenServices['services'];
  readonly issuer: OpenServices['issuer'];
  /** `file:` address of the database. */
  readonly databaseUrl: string;
  /** What was logged, line by line. */
  readonly lines: readonly string[];
  /** What was reported as an error of ours. */
  readonly reported: readonly Error[];
  /** Writes what is pending and closes the database, whose file stays. */
  stop(): Promise<void>;
  /** Stops, and removes the database. */
  close(): Promise<void>;
}

interface Options {
  /** Environment variables that differ from a plain start with `AUTH_SECRET`. */
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
  /** Services in place of those that the settings give, such as one that breaks. */
  readonly replaced?: Partial<OpenServices['services']>;
  /** Files in place of the built fixture site, such as one that breaks. */
  readonly files?: Awaited<ReturnType<typeof readSite>>;
  /** Sources, corrections and news, of which there are none else; other changes, and another version. */
  readonly content?: Partial<Pick<CatalogIndex, 'version' | 'corrections' | 'changes'>> & {
    readonly sources?: ReadonlyMap<string, Partial<SourceDocument>>;
    readonly news?: readonly ToldNotice[];
  };
  /** Without one, items are about the models that their sources state, and no others. */
  readonly linker?: Linker;
  /** Who is told of an error of ours, beside `reported`. */
  readonly report?: ErrorReport;
}

export async function liveApp({
  env = {},
  now,
  replaced,
  files,
  content: { sources = new Map(), news = [], ...content } = {},
  linker = () => [],
  report,
}: Options = {}): Promise<LiveApp> {
  const folder = await mkdtemp(join(tmpdir(), 'live-app-'));
  const settings = readSettings({
    LIBSQL_URL: `file:${join(folder, 'tracker.db')}`,
    PUBLIC_URL: publicUrl,
    AUTH_SECRET: authSecret,
    RATE_LIMITS: 'off',
    ...env,
  });
  const lines: string[] = [];
  const reported: Error[] = [];
  const log = createLog(settings.logLevel, (line) => lines.push(line));
  const site = files ?? (await readSite(inject('fixtureSite')));
  const open = await openServices(
    settings,
    {
      ...catalogIndex(site),
      corrections: new Map(),
      sources: new Map([...sources].map(([id, told]) => [id, wholeSource(id, told)])),
      news: news.map(wholeNotice),
      ...content,
    },
    { log, linker },
  );
  const services = { ...open.services, ...(now && { now }), ...replaced };
  const metrics = createMetrics();
  const app = createApp({
    metrics,
    tell: teller(log, metrics),
    site,
    services,
    log,
    report: (error, requestId) => {
      reported.push(error);
      report?.(error, requestId);
    },
    corsOrigins: settings.corsOrigins,
    hasRateLimits: settings.hasRateLimits,
  });
  return {
    app: described(app),
    services,
    issuer: open.issuer,
    databaseUrl: settings.database.url,
    lines,
    reported,
    stop: open.close,
    async close() {
      if (!services.database.closed) await open.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The header that signs a request in, by a token of `AUTH_SECRET`, and what else the token allows. */
export async function signedInAs(
  user: string,
  scope?: string,
): Promise<{ readonly Authorization: string }> {
  const token = await new SignJWT(scope === undefined ? {} : { scope })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(publicUrl)
    .setAudience(publicUrl)
    .setSubject(user)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(authSecret));
  return { Authorization: `Bearer ${token}` };
}
