import { z } from 'zod';
import { isCalendarDay, isSlug } from './catalog/schema/primitives.ts';

const port = z.coerce
  .number('PORT is not a number')
  .int('PORT is not a whole number')
  .min(0, 'PORT is below 0')
  .max(65535, 'PORT is above 65535');

const shape = z
  .object({
    CONTENT_DIR: z.string().min(1).default('content'),
    OUT_DIR: z.string().min(1).default('dist'),
    CATALOG_DATE: z
      .string()
      .refine(isCalendarDay, 'CATALOG_DATE is not a day of the calendar, written YYYY-MM-DD')
      .optional(),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: port.default(4321),
    PUBLIC_URL: z
      .string()
      .refine(
        (url) => /^https?:\/\//.test(url) && URL.canParse(url),
        'PUBLIC_URL is not an address that starts with https:// or http://',
      )
      .optional(),
    LIBSQL_URL: z
      .string()
      .regex(
        /^(file:|https?:\/\/|libsql:\/\/)./,
        'LIBSQL_URL starts with none of file:, http://, https://, libsql://',
      )
      .default('file:data/tracker.db'),
    LIBSQL_AUTH_TOKEN: z.string().optional(),
    LIBSQL_REPLICA: z.string().optional(),
    AUTH_ISSUER: z.url('AUTH_ISSUER is not an address').optional(),
    AUTH_CLIENT_ID: z.string().optional(),
    AUTH_CLIENT_SECRET: z.string().optional(),
    AUTH_AUDIENCE: z.string().optional(),
    AUTH_SECRET: z
      .string()
      .refine(
        (secret) => Buffer.byteLength(secret) >= 32,
        'AUTH_SECRET is shorter than 32 bytes, so it could be guessed',
      )
      .optional(),
    CORS_ORIGINS: z
      .string()
      .transform((list) => list.split(',').map((origin) => origin.trim()))
      .pipe(z.array(z.url('CORS_ORIGINS holds something other than origins, https://…')))
      .default([]),
    TRUST_PROXY: z
      .enum(['true', 'false', '1', '0'], 'TRUST_PROXY is none of true, false')
      .default('false'),
    RATE_LIMITS: z.enum(['on', 'off'], 'RATE_LIMITS is neither on nor off').default('on'),
    INGEST: z.enum(['on', 'off'], 'INGEST is neither on nor off').default('on'),
    SOURCES_ON: z
      .string()
      .transform((list) => list.split(',').map((id) => id.trim()))
      .pipe(z.array(z.string().refine(isSlug, 'SOURCES_ON holds something other than source ids')))
      .default([]),
    SENTRY_DSN: z.url('SENTRY_DSN is not an address').optional(),
    LOG_LEVEL: z
      .enum(
        ['debug', 'info', 'warn', 'error', 'silent'],
        'LOG_LEVEL is none of debug, info, warn, error, silent',
      )
      .default('info'),
  })
  .transform((env) => ({
    contentDir: env.CONTENT_DIR,
    outDir: env.OUT_DIR,
    day: env.CATALOG_DATE,
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? localUrl(env.HOST, env.PORT)).replace(/\/$/, ''),
    logLevel: env.LOG_LEVEL,
    database: {
      url: env.LIBSQL_URL,
      authToken: env.LIBSQL_AUTH_TOKEN,
      replica: env.LIBSQL_REPLICA,
    },
    auth: {
      issuer: env.AUTH_ISSUER,
      clientId: env.AUTH_CLIENT_ID,
      clientSecret: env.AUTH_CLIENT_SECRET,
      audience: env.AUTH_AUDIENCE,
      secret: env.AUTH_SECRET,
    },
    corsOrigins: env.CORS_ORIGINS,
    isProxyTrusted: env.TRUST_PROXY === 'true' || env.TRUST_PROXY === '1',
    hasRateLimits: env.RATE_LIMITS === 'on',
    isIngesting: env.INGEST === 'on',
    sourcesOn: env.SOURCES_ON,
    sentryDsn: env.SENTRY_DSN,
  }));

/** An address of IPv6 stands in brackets (RFC 3986, 3.2.2). */
const localUrl = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

export type Settings = Readonly<z.infer<typeof shape>>;

/**
 * Parses the settings from environment variables; an empty one counts as absent.
 *
 * @throws {z.ZodError} whose messages name each setting that is wrong.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  return shape.parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value)));
}
