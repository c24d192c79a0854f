import { OpenAPIHono } from '@hono/zod-openapi';
import { openApiDocument } from '../src/shapes/openapi.ts';
import { declaredRoutes } from './api-routes.ts';
import { problem } from './routes/responses.ts';

/** The OpenAPI 3.1 document of both halves, made from the shapes that the files and the routes are made with. */
export function apiDocument(publicUrl: string) {
  const registry = new OpenAPIHono();
  for (const route of declaredRoutes) {
    const responses = { ...commonResponses(route), ...route.responses, default: anyFailure };
    registry.openAPIRegistry.registerPath({ ...route, responses });
  }
  const live = registry.getOpenAPI31Document({
    openapi: '3.1.1',
    info: { title: 'live half', version: '1' },
  });
  const files = openApiDocument(publicUrl);
  const schemas = { ...live.components?.schemas, ...files.components.schemas };
  return {
    ...files,
    paths: { ...files.paths, ...live.paths },
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).toSorted(([one], [other]) => (one < other ? -1 : 1)),
      ),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: { type: 'apiKey', in: 'cookie', name: 'session' },
      },
    },
  };
}

const anyFailure = problem('Any other failure: too much, too often, or a fault of ours');

/** What the application answers for a route before the route does, or in its place. */
const commonResponses = (route: (typeof declaredRoutes)[number]) =>
  route.method === 'get'
    ? {
        302: { description: 'To the same address without its empty parameters' },
        ...(!('security' in route) && {
          304: { description: 'Unchanged since the ETag that was sent' },
        }),
      }
    : {};
