import type { Hono } from 'hono';

/** Tells which methods the routes of an application take at a path; none where there is no route. */
export function allowedMethods({ routes }: Hono): (path: string) => readonly string[] {
  // What ends in a star is passed through on the way to somewhere else.
  const addresses = routes
    .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
    .map(({ method, path }) => ({
      method,
      pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
    }));
  return (path) => {
    const fitting = addresses.filter(({ pattern }) => pattern.test(path));
    return [
      ...new Set(fitting.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : method))),
    ];
  };
}
