import type { ModelSummary } from '../shapes/model-summary.ts';

// More than a handful is a list, not a suggestion.
const mostSuggested = 5;

/** On a missing page of a model, the models whose names share most with the address. */
class NearNames extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const asked = decodeURIComponent(location.pathname).toLowerCase().split('/').at(-1) ?? '';
    // A server of ours has filled it already; this serves hosts that only send files.
    if (this.hasChildNodes()) return;
    const response = await fetch('/api/v1/models.json');
    if (!response.ok || asked === '') return;
    const { data } = (await response.json()) as { data: readonly ModelSummary[] };
    const near = data
      .map((model) => ({ ...model, share: sharedPairs(asked, model.slug) }))
      .filter(({ share }) => share > 0.4)
      .toSorted((one, other) => other.share - one.share)
      .slice(0, mostSuggested);
    if (near.length === 0) return;
    const list = document.createElement('ul');
    for (const { slug, name } of near) {
      const item = document.createElement('li');
      item.append(
        Object.assign(document.createElement('a'), { href: `/models/${slug}`, textContent: name }),
      );
      list.append(item);
    }
    this.append(Object.assign(document.createElement('p'), { textContent: 'Did you mean:' }), list);
  }
}

/** How alike two names are by the pairs of letters that they share, 0 to 1 (Sørensen–Dice). */
function sharedPairs(one: string, other: string): number {
  const pairs = (name: string) =>
    new Set([...name.slice(0, -1)].map((letter, index) => letter + name[index + 1]));
  const [a, b] = [pairs(one), pairs(other)];
  return (2 * a.intersection(b).size) / (a.size + b.size);
}

customElements.define('near-names', NearNames);
