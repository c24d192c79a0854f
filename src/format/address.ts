/** Where an address leads, short enough for a table: "openai.com", "models.dev on GitHub". */
export function hostOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  const repository = pathname.split('/')[2];
  return host === 'github.com' && repository ? `${repository} on GitHub` : host;
}

/** The address that a page is served at, from the path that it is built at: `/index.html` is `/`. */
export const pageAddress = (pathname: string): string =>
  pathname.replace(/(^\/index)?\.html$/, '').replace(/\/$/, '') || '/';
