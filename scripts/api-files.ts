import { apiDocument } from '../api/openapi.ts';
import type { Catalog } from '../src/catalog/catalog.ts';
import { staticFiles } from '../src/shapes/static-files.ts';

/** Every prebuilt file below `api/v1`: the catalog's, and the OpenAPI document of both halves. */
export function* apiFiles(catalog: Catalog, publicUrl: string): ReturnType<typeof staticFiles> {
  yield* staticFiles(catalog);
  yield { path: 'openapi.json', body: `${JSON.stringify(apiDocument(publicUrl))}\n` };
}
