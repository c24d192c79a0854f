import { loadCatalog } from './catalog/load.ts';
import { readSettings } from './settings.ts';
import { today } from './today.ts';

const settings = readSettings(process.env);

/** The catalog that the pages are built from, loaded once a build. */
export const catalog = await loadCatalog({
  contentDir: settings.contentDir,
  day: settings.day ?? today(),
});
