import type { Item } from '../shapes/item.ts';
import { readItems } from './item-answer.ts';
import { itemLine, noticesIn } from './item-line.ts';

// A page of a model is no feed: what is newest, and a link to the rest.
const mostShown = 5;

/**
 * The news, discussions or jobs of a model, as the API has them. Asked for when the reader comes near,
 * so that a view costs no request that nobody looks at; without an answer the page stays as it was built.
 */
class ModelItems extends HTMLElement {
  connectedCallback(): void {
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        // Nothing to tell: what was built says when it was.
        this.#refresh().catch(() => undefined);
      },
      { rootMargin: '600px' },
    );
    near.observe(this);
  }

  async #refresh(): Promise<void> {
    const { kind, slug: model = '', none = '' } = this.dataset;
    const data = await newest(`/api/v1/models/${model}/${kind}`);
    const list = this.querySelector('ul') as HTMLElement;
    const told = this.querySelector('p') as HTMLElement;
    told.textContent = none;
    if (data.length === 0) return;
    const shown = { now: new Date().toISOString(), model, notices: noticesIn(list) };
    list.replaceChildren(...data.map((item) => itemLine(item, shown)));
    told.hidden = true;
  }
}

/** What names the model, newest first; where that is little, what names only its family after it. */
async function newest(address: string): Promise<readonly Item[]> {
  const { data: own } = await readItems(`${address}?limit=${mostShown}`);
  if (own.length === mostShown) return own;
  const { data: all } = await readItems(`${address}?family=true&limit=${mostShown}`);
  const ids = own.map(({ id }) => id);
  return [...own, ...all.filter(({ id }) => !ids.includes(id))].slice(0, mostShown);
}

customElements.define('model-items', ModelItems);
