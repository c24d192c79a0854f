import { compareSelected, mostCompared } from './compare.ts';
import { type Filter, filterFrom, matches, queryOf } from './table-filter.ts';
import { type Row, readRow, sortedRows } from './table-rows.ts';

/**
 * Makes the table of models sortable, filterable and walkable by keys. The state is the query of the
 * address, so that a view can be shared; without this script the table stands whole.
 */
class ModelTable extends HTMLElement {
  #form = this.querySelector('form') as HTMLFormElement;
  #tally = this.querySelector('.tally') as HTMLElement;
  #body = this.querySelector('tbody') as HTMLTableSectionElement;
  #headings = [...this.querySelectorAll<HTMLTableCellElement>('th[data-sort]')];
  #read: readonly Row[] | undefined;

  /** In the order of the page. Read when first needed: it takes a phone longer than all else here. */
  get #rows(): readonly Row[] {
    this.#read ??= [...this.#body.rows].map((element) => readRow(element, this.#headings));
    return this.#read;
  }

  connectedCallback(): void {
    for (const heading of this.#headings) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      heading.addEventListener('click', () => this.#sortBy(heading));
    }
    const box = this.#form.closest('details') as HTMLDetailsElement;
    // On a phone the table comes first; an address that filters shows with what.
    box.open = matchMedia('(width >= 48rem)').matches || location.search !== '';
    this.#body.addEventListener('click', (event) => this.#onClick(event));
    this.#form.addEventListener('input', () => this.#update());
    this.#form.addEventListener('reset', () => setTimeout(() => this.#update()));
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('keydown', (event) => this.#onKey(event));
    document.addEventListener('catalog-key', (event) =>
      this.#onCatalogKey((event as CustomEvent<string>).detail),
    );
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  /** Takes the filter and order from the address. */
  #restore(): void {
    const filter = filterFrom(new URLSearchParams(location.search));
    for (const field of this.#form.elements) {
      if (field instanceof HTMLInputElement && field.type === 'checkbox') {
        field.checked = filter.traits.includes(field.value);
      } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = String(filter[field.name as 'search'] ?? '');
      }
    }
    // The page arrives as an address without a query wants it.
    if (this.#read || location.search) this.#show(filter);
  }

  #update(): void {
    const filter = this.#filter();
    const query = queryOf(filter);
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    this.#show(filter);
  }

  #filter(): Filter {
    const fields = new URLSearchParams(
      new FormData(this.#form) as unknown as Record<string, string>,
    );
    const sorted = this.#headings.find((heading) => heading.ariaSort);
    if (sorted?.dataset['sort']) {
      fields.set('sortBy', sorted.dataset['sort']);
      fields.set('sortOrder', sorted.ariaSort === 'descending' ? 'desc' : 'asc');
    }
    return filterFrom(fields);
  }

  #sortBy(heading: HTMLTableCellElement): void {
    const next = heading.ariaSort === 'ascending' ? 'descending' : 'ascending';
    for (const other of this.#headings) other.ariaSort = null;
    heading.ariaSort = next;
    this.#update();
  }

  #show(filter: Filter): void {
    const column = this.#headings.find(({ dataset }) => dataset['sort'] === filter.sortBy);
    for (const heading of this.#headings) heading.ariaSort = null;
    if (column) column.ariaSort = filter.sortOrder === 'desc' ? 'descending' : 'ascending';
    const order = column ? sortedRows(this.#rows, filter) : this.#rows;
    let shown = 0;
    for (const row of order) {
      const isShown = matches(row, filter);
      row.element.hidden = !isShown;
      if (isShown) shown += 1;
    }
    this.#body.append(...order.map(({ element }) => element));
    this.#tell(shown);
  }

  #tell(shown: number): void {
    const all = this.#rows.length;
    const count =
      shown === 0
        ? 'No model fits all of these. Clear one of the filters.'
        : shown === all
          ? `${all} models.`
          : `${shown} of ${all} models.`;
    const selected = this.#selected();
    const advice =
      selected.length === 0
        ? 'Click a row, or press x on it, to compare models.'
        : `Selected: ${selected.map(({ values }) => values['name']).join(', ')}.`;
    this.#tally.textContent = [count, this.#doubt(), advice].filter(Boolean).join(' ');
    if (selected.length === 0) return;
    const compare = document.createElement('button');
    compare.type = 'button';
    compare.textContent =
      selected.length > mostCompared
        ? `Compare the first ${mostCompared} (c)`
        : `Compare ${selected.length} (c)`;
    compare.addEventListener('click', () => compareSelected(selected.map(({ slug }) => slug)));
    this.#tally.append(' ', compare);
  }

  /** How far the order and the filters lean on what others than the maker say. */
  #doubt(): string {
    const { sortBy, minContext, maxInputPrice } = this.#filter();
    const columns = [sortBy, minContext && 'contextWindow', maxInputPrice && 'inputPrice'];
    const leaning = this.#rows.filter(
      ({ element, reported }) =>
        !element.hidden && columns.some((column) => column && reported.includes(column)),
    ).length;
    if (leaning === 0) return '';
    return leaning === 1
      ? 'This leans on one figure that only others report.'
      : `This leans on ${leaning} figures that only others report.`;
  }

  #selected(): readonly Row[] {
    return this.#rows.filter(({ element }) => element.hasAttribute('data-selected'));
  }

  #select(row: Element): void {
    row.toggleAttribute('data-selected');
    this.#tell([...this.#body.rows].filter(({ hidden }) => !hidden).length);
  }

  #onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const row = target.closest('tr');
    // Links lead on, and whoever marks text does not mean to select.
    if (row && !target.closest('a') && getSelection()?.isCollapsed) this.#select(row);
  }

  #onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target as Element).closest('tbody')) return;
    event.preventDefault();
    this.#walk(step);
  }

  #onCatalogKey(key: string): void {
    if (key === 'j') this.#walk(1);
    if (key === 'k') this.#walk(-1);
    if (key === 'c' && this.#selected().length > 0) {
      compareSelected(this.#selected().map(({ slug }) => slug));
    }
    if (key === 'x') {
      const row = document.activeElement?.closest('tbody tr');
      if (row) this.#select(row);
    }
  }

  /** Moves the focus by a number of shown rows; from outside the table to its first. */
  #walk(step: number): void {
    const links = [...this.#body.rows]
      .filter(({ hidden }) => !hidden)
      .map((row) => row.querySelector('a'));
    const here = links.findIndex((link) => link?.closest('tr')?.contains(document.activeElement));
    links[here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + step))]?.focus();
  }
}

customElements.define('model-table', ModelTable);
