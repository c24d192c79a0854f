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
    const { data } = await readItems(
      `/api/v1/models/${model}/${kind}?family=true&limit=${mostShown}`,
    );
    const list = this.querySelector('ul') as HTMLElement;
    const told = this.querySelector('p') as HTMLElement;
    told.textContent = none;
    if (data.length === 0) return;
    const shown = { now: new Date().toISOString(), model, notices: noticesIn(list) };
    list.replaceChildren(...data.map((item) => itemLine(item, shown)));
    told.hidden = true;
  }
}

customElements.define('model-items', ModelItems);
