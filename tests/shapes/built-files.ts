import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { inject } from 'vitest';

/** The sites that are built once for all tests: one of made-up content, one of the real. */
export const sites = ['fixtureSite', 'realSite'] as const;
export type SiteName = (typeof sites)[number];

/** The text of one file below `api/v1` of a built site. */
export const builtText = (site: SiteName, path: string): string =>
  readFileSync(join(inject(site), 'api/v1', path), 'utf8');

/** The parsed value of one JSON file below `api/v1` of a built site. */
export const builtJson = <Value>(site: SiteName, path: string): Value =>
  JSON.parse(builtText(site, path)) as Value;

/** The paths below `api/v1` of a built site, with a leading slash, compressed copies left out. */
export const builtPaths = (site: SiteName): readonly string[] => {
  const folder = join(inject(site), 'api/v1');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|csv|sh|py|ts)$/.test(name))
    .map((name) => `/${name.split(sep).join('/')}`)
    .toSorted();
};

/** The path of an endpoint that a built path belongs to: `/models/{slug}.json` for `/models/aurora-1.json`. */
export function endpointOf(endpoints: readonly string[], path: string): string | undefined {
  return endpoints.find((endpoint) => {
    const [before = '', after] = endpoint.split(/\{\w+\}/);
    if (after === undefined) return endpoint === path;
    const name = path.slice(before.length, path.length - after.length);
    return path.startsWith(before) && path.endsWith(after) && /^[^/]+$/.test(name);
  });
}
