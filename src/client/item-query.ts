// What the API's lists of items take from the address; it refuses what it does not know, and an
// address that was passed on may carry more.
const fields = ['search', 'model', 'provider', 'source', 'remote', 'closed', 'family'];
const position = ['page', 'edition'];

/** As many as fit a screen or two. */
const pageLength = '20';

const known = (search: string, names: readonly string[]): readonly [string, string][] =>
  [...new URLSearchParams(search)].filter(
    ([name, value]) => names.includes(name) && value.trim() !== '',
  );

/** Whether the address asks for less than everything. */
export const isFiltered = (search: string): boolean => known(search, fields).length > 0;

/** The filters of a form as a query, empty ones left out. */
export const filterQuery = (form: FormData): string =>
  new URLSearchParams(known(new URLSearchParams(form as never).toString(), fields)).toString();

/** What the API is asked, from the query of the address. */
export function apiQuery(search: string): string {
  const asked = new URLSearchParams([...known(search, [...fields, ...position])]);
  const model = asked.get('model');
  // People write "GPT-4o" where the address has gpt-4o.
  if (model)
    asked.set(
      'model',
      model
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    );
  asked.set('limit', pageLength);
  return asked.toString();
}
