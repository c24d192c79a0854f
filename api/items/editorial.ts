import type { IncomingNews } from '../../src/shapes/incoming-item.ts';
import type { Notice } from './item-catalog.ts';

// As much as an item's summary takes.
const longestSummary = 2000;

/** A notice of the catalog as an item of news: what it announces, at the address of the announcement. */
export const newsOfNotice = ({ id, title, date, models, source, text }: Notice): IncomingNews => ({
  externalId: id,
  url: source,
  title,
  summary: text.slice(0, longestSummary),
  publishedAt: `${date}T00:00:00Z`,
  models: [...models],
});
