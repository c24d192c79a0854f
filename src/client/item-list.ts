import { type ItemAnswer, readItems } from './item-answer.ts';
import { itemLine, noticesIn } from './item-line.ts';
import { apiQuery, filterQuery, isFiltered } from './item-query.ts';

// Long enough that a word is typed, short enough that nobody waits.
const typingMs = 250;

/**
 * All news, discussions or jobs: filtered and paged as the address says, so that a view can be shared.
 * While the API is away, what was built stands.
 */
class ItemList extends HTMLElement {
  readonly #kind = this.dataset['kind'] ?? '';
  readonly #form = this.querySelector('form') as HTMLFormElement;
  readonly #family = this.querySelector('[name=family]')?.closest('label') as HTMLElement;
  readonly #tally = this.querySelector('.tally') as HTMLElement;
  readonly #list = this.querySelector('ol') as HTMLOListElement;
  readonly #builtNote = this.querySelector('[data-built]') as HTMLElement;
  readonly #built = [...this.#list.children];
  readonly #notices = noticesIn(this.#list);
  readonly #pages = document.createElement('nav');
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** The query that was asked for last; an answer to another comes too late. */
  #asked = '';

  connectedCallback(): void {
    this.#pages.className = 'links';
    this.#pages.ariaLabel = 'Pages';
    this.append(this.#pages);
    const box = this.#form.closest('details') as HTMLDetailsElement;
    // On a phone the list comes first; an address that filters shows with what.
    box.open = matchMedia('(width >= 48rem)').matches || isFiltered(location.search);
    this.#form.addEventListener('input', () => this.#refilter(typingMs));
    this.#form.addEventListener('reset', () => this.#refilter(0));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#refilter(0);
    });
    this.#pages.addEventListener('click', (event) => this.#turn(event));
    addEventListener('popstate', () => this.#restore());
    // Whoever follows a link to one notice reads that one.
    if (this.#built.some(({ id }) => id && `#${id}` === location.hash)) return;
    this.#restore();
  }

  /** Takes the filters from the address. */
  #restore(): void {
    const query = new URLSearchParams(location.search);
    for (const field of this.#form.elements) {
      if (field instanceof HTMLInputElement && field.type === 'checkbox') {
        field.checked = query.get(field.name) === 'true';
      } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = query.get(field.name) ?? '';
      }
    }
    void this.#show();
  }

  #refilter(afterMs: number): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      const query = filterQuery(new FormData(this.#form));
      history.replaceState(null, '', query ? `?${query}` : location.pathname);
      void this.#show();
    }, afterMs);
  }

  #turn(event: MouseEvent): void {
    const page = (event.target as Element).closest('a');
    if (!page || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', page.href);
    void this.#show().then(() => this.#list.querySelector('a')?.focus());
  }

  async #show(): Promise<void> {
    const query = apiQuery(location.search);
    this.#asked = query;
    this.#family.hidden = !new URLSearchParams(location.search).has('model');
    // What was built is no answer to filters.
    if (isFiltered(location.search) && !this.#builtNote.hidden) this.#list.replaceChildren();
    try {
      const answer = await readItems(`/api/v1/${this.#kind}?${query}`);
      if (query === this.#asked) this.#fill(answer);
    } catch (error) {
      if (query === this.#asked) this.#giveUp((error as Error).message);
    }
  }

  #fill({ data, pagination, edition }: ItemAnswer): void {
    const { page, limit, total, totalPages } = pagination;
    const shown = { now: new Date().toISOString(), notices: this.#notices };
    this.#builtNote.hidden = true;
    this.#list.replaceChildren(...data.map((item) => withText(itemLine(item, shown), this.#built)));
    const first = (page - 1) * limit + 1;
    this.#tally.textContent =
      data.length === 0
        ? this.#nothing(total)
        : `${first} to ${first + data.length - 1} of ${total}, newest first.`;
    this.#pages.replaceChildren(
      ...(page > 1
        ? [this.#pageLink('← Newer', { page: Math.min(page - 1, totalPages), edition })]
        : []),
      ...(page < totalPages ? [this.#pageLink('Older →', { page: page + 1, edition })] : []),
    );
  }

  #nothing(total: number): string {
    if (total > 0) return 'There is no such page.';
    const { kind, places } = this.dataset;
    return isFiltered(location.search)
      ? `No ${kind} fit all of these. Clear one of the filters.`
      : `No ${kind} were found yet. We look at ${places}.`;
  }

  #giveUp(message: string): void {
    this.#builtNote.hidden = false;
    this.#list.replaceChildren(...this.#built);
    this.#pages.replaceChildren();
    const again = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: 'Try again',
    });
    again.addEventListener('click', () => void this.#show());
    this.#tally.replaceChildren(message, ' ', again);
  }

  #pageLink(
    textContent: string,
    { page, edition }: { readonly page: number; readonly edition: string },
  ): HTMLAnchorElement {
    const query = new URLSearchParams(location.search);
    query.set('page', String(page));
    // Pages of one edition neither repeat nor hide what arrives meanwhile.
    query.set('edition', edition);
    return Object.assign(document.createElement('a'), { href: `?${query}`, textContent });
  }
}

/** A line with the text and the anchor of the notice that it is, if it is one. */
function withText(line: HTMLLIElement, built: readonly Element[]): HTMLLIElement {
  const path = line.querySelector('a[href^="/news#"]')?.getAttribute('href');
  const notice = built.find(({ id }) => path === `/news#${id}`);
  const text = notice?.querySelector('.told');
  if (!notice || !text) return line;
  line.id = notice.id;
  line.append(text.cloneNode(true));
  return line;
}

customElements.define('item-list', ItemList);
