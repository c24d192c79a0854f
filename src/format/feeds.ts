/**
 * The feeds of news that the API answers, in both formats.
 *
 * @param of what they are of, as a path with a slash at its end: `models/gpt-4o/`; all news without it
 */
export const newsFeeds = (of = '') => [
  { format: 'Atom', type: 'application/atom+xml', href: `/api/v1/feeds/${of}news.atom` },
  { format: 'JSON Feed', type: 'application/feed+json', href: `/api/v1/feeds/${of}news.json` },
];
