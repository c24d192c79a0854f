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
  /** Done when the list answers what the field holds. */
  #answered = Promise.resolve();

  connectedCallback(): void {
    this.querySelector('.open-search')?.addEventListener('click', () => this.#open());
    document.addEventListener('catalog-key', (event) => {
      if ((event as CustomEvent<string>).detail === '/') this.#open();
    });
    this.#field.addEventListener('input', () => {
      this.#answered = this.#search();
    });
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
    this.#engine.catch(() => this.#giveUp());
  }

  #giveUp(): undefined {
    this.#engine = undefined;
    this.#list.replaceChildren();
    this.#told.textContent = 'Search could not be loaded. The home page lists every model.';
  }

  async #search(): Promise<void> {
    const query = this.#field.value.trim();
    if (query === '') {
      this.#list.replaceChildren();
      this.#told.textContent = '';
      return;
    }
    const answer = await this.#engine
      ?.then((engine) => engine.debouncedSearch(query))
      .catch(() => this.#giveUp());
    // A null answer was overtaken by a later key.
    if (!answer) return;
    const found = await Promise.all(
      answer.results.slice(0, mostShown).map((result) => result.data()),
    );
    if (query !== this.#field.value.trim()) return;
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
      // Whoever types fast means what is typed, not what was found for half of it.
      this.#answered.then(() => this.#list.querySelector('a')?.click());
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
