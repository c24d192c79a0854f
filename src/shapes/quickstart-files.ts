import type { Catalog, Model } from '../catalog/catalog.ts';
import { quickstartLanguages } from '../catalog/schema/protocol.ts';
import { listOf } from './envelope.ts';
import { quickstartDocument, quickstartEndings } from './quickstart.ts';

/** The files of a model's quickstarts, named by its slug or an alias: all as JSON, and the first of each language to be fetched from a terminal. */
export function* quickstartFiles(catalog: Catalog, name: string, { quickstarts }: Model) {
  const list = listOf(catalog, quickstarts.map(quickstartDocument));
  yield { path: `models/${name}/quickstarts.json`, body: `${JSON.stringify(list)}\n` };
  for (const language of quickstartLanguages) {
    const first = quickstarts.find((one) => one.language === language);
    if (!first) continue;
    yield {
      path: `models/${name}/quickstart.${quickstartEndings[language]}`,
      body: first.code,
    };
  }
}
