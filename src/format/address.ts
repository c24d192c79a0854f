/** Where an address leads, short enough for a table: "openai.com", "models.dev on GitHub". */
export function hostOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  const repository = pathname.split('/')[2];
  return host === 'github.com' && repository ? `${repository} on GitHub` : host;
}
