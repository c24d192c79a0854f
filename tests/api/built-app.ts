import { afterAll, inject } from 'vitest';
import { readSite } from '../../api/static-site.ts';
import { liveApp } from './live-app.ts';

/** The built fixture site, as the server holds it. */
export const fixtureFiles = await readSite(inject('fixtureSite'));

const live = await liveApp({ env: { LOG_LEVEL: 'silent' } });
afterAll(() => live.close());

/** Answers to one request at the application over the fixture site. */
export const ask = async (
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Response> => live.app.request(`http://tracker.test${path}`, { method, headers });
