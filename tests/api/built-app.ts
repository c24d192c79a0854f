import { inject } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Log } from '../../api/log.ts';
import { readSite } from '../../api/static-site.ts';

/** The built fixture site, as the server holds it. */
export const fixtureFiles = await readSite(inject('fixtureSite'));

const silent: Log = () => undefined;
const app = createApp(fixtureFiles, silent);

/** Answers to one request at the application over the fixture site. */
export const ask = async (
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Response> => app.request(`http://tracker.test${path}`, { method, headers });
