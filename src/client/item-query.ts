// What the API's lists of items take. It refuses what it does not know, and an address that was passed
// on may carry more.
const filters = ['search', 'model', 'provider', 'source', 'remote', 'closed', 'family'];
const position = ['page', 'edition'];

// A screen or two of lines.
const pageLength = '20';

/** Whether a query asks for less than everything. */
export const isFiltered = (query: string): boolean => known(query, filters).length > 0;

/** The filters of a form as a query, empty ones left out. */
export function filterQuery(form: FormData): string {
  const fields = [...form].map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(known(new URLSearchParams(fields), filters)).toString();
}

/** What the API is asked, from the query of the address. */
export function apiQuery(query: string): string {
  const asked = new URLSearchParams(known(query, [...filters, ...position]));
  const model = asked.get('model');
  if (model) asked.set('model', slugOf(model));
  asked.set('limit', pageLength);
  return asked.toString();
}

const known = (query: string | URLSearchParams, names: readonly string[]): string[][] =>
  [...new URLSearchParams(query)].filter(([name, value]) => names.includes(name) && value.trim());

/** People write "GPT-4.1" where addresses have gpt-4-1. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
