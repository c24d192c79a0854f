import type { Hono } from 'hono';

/** What the routes of an application say of a path. */
export interface RouteTable {
  /** The methods that are taken there; none where there is no route. */
  methodsAt(path: string): readonly string[];
  /** The route that answers a read, as it is declared; a star where none does. */
  routeAt(path: string): string;
}

/** The table of an application's routes. */
export function routeTable({ routes }: Hono): RouteTable {
  // What ends in a star is passed through on the way to somewhere else.
  const addresses = routes
    .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
    .map(({ method, path }) => ({
      method,
      path,
      pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
    }));
  return {
    methodsAt(path) {
      const fitting = addresses.filter(({ pattern }) => pattern.test(path));
      return [
        ...new Set(fitting.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : method))),
      ];
    },
    routeAt(asked) {
      const fitting = addresses.filter(({ method }) => method === 'GET');
      return fitting.find(({ pattern }) => pattern.test(asked))?.path ?? '*';
    },
  };
}
