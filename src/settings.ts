import { z } from 'zod';
import { isCalendarDay } from './catalog/schema/primitives.ts';

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
