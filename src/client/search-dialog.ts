/** What Pagefind's own script offers, as far as it is used here. @see https://pagefind.app/docs/api/ */
interface Pagefind {
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

interface Found {
  readonly url: string;
  readonly meta: { readonly title: string; readonly kind: string; readonly detail: string };
}

// More than fits the dialog twice; whoever needs the ninth types another letter.
const mostShown = 8;

/** Search over everything; the index is fetched when it is first opened. */
class SearchDialog extends HTMLElement {
  #dialog = this.querySelector('dialog') as HTMLDialogElement;
  #field = this.querySelector('input') as HTMLInputElement;
  #told = this.querySelector('[role=status]') as HTMLElement;
  #list = this.querySelector('ol') as HTMLOListElement;
  #engine: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    this.querySelector('.open-search')?.addEventListener('click', () => this.#open());
    document.addEventListener('catalog-key', (event) => {
      if ((event as CustomEvent<string>).detail === '/') this.#open();
    });
    this.#field.addEventListener('input', () => this.#search());
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
    this.#dialog.addEventListener('keydown', (event) => this.#onKey(event));
  }

  #open(): void {
    this.#dialog.showModal();
    this.#field.select();
    // A variable keeps the bundler from looking for a file that the index step writes.
    const path = '/pagefind/pagefind.js';
    this.#engine ??= import(/* @vite-ignore */ path);
    this.#engine.catch(() => {
      this.#engine = undefined;
      this.#told.textContent = 'Search could not be loaded. The home page lists every model.';
    });
  }

  async #search(): Promise<void> {
    const query = this.#field.value.trim();
    if (query === '') {
      this.#list.replaceChildren();
      this.#told.textContent = '';
      return;
    }
    const engine = await this.#engine;
    const answer = await engine?.debouncedSearch(query);
    // A null answer was overtaken by a later key.
    if (!answer || query !== this.#field.value.trim()) return;
    const found = await Promise.all(
      answer.results.slice(0, mostShown).map((result) => result.data()),
    );
    const { length } = answer.results;
    this.#told.textContent =
      length === 0
        ? `Nothing is called “${query}”.`
        : `${length} ${length === 1 ? 'result' : 'results'}`;
    this.#list.replaceChildren(...found.map(listItem));
  }

  #onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...this.#list.querySelectorAll('a')];
    if (event.key === 'Enter' && event.target === this.#field) {
      event.preventDefault();
      links[0]?.click();
    }
    if (step === undefined || links.length === 0) return;
    event.preventDefault();
    const next = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
    (next < 0 ? this.#field : links[Math.min(next, links.length - 1)])?.focus();
  }
}

function listItem({ url, meta }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = Object.assign(document.createElement('a'), { href: url });
  const name = Object.assign(document.createElement('b'), { textContent: meta.title });
  const kind = Object.assign(document.createElement('span'), {
    textContent: `${meta.kind} · ${meta.detail}`,
  });
  link.append(name, kind);
  item.append(link);
  return item;
}

customElements.define('search-dialog', SearchDialog);
