/** How many models fit side by side; the compare endpoint of the API takes as many. */
export const mostCompared = 6;

/** Opens the page that shows these models side by side. */
export function compareSelected(slugs: readonly string[]): void {
  location.assign(`/compare?slugs=${slugs.slice(0, mostCompared).join(',')}`);
}
