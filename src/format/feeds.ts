/**
 * A feed that the API answers, in both formats.
 *
 * @param path what it is of: `news`, `models/gpt-4o/news`, `changes`
 */
export const feedLinks = (path: string) => [
  { format: 'Atom', type: 'application/atom+xml', href: `/api/v1/feeds/${path}.atom` },
  { format: 'JSON Feed', type: 'application/feed+json', href: `/api/v1/feeds/${path}.json` },
];
