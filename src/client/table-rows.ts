import type { Filter } from './table-filter.ts';

/** One row of the table as filters and order see it. */
export interface Row {
  readonly element: HTMLTableRowElement;
  readonly slug: string;
  /** Maker, status, input modalities and capabilities. */
  readonly traits: readonly string[];
  /** Sortable values by column; empty where the fact is not known. */
  readonly values: Readonly<Record<string, string>>;
  /** The columns whose figure is known from others than the maker only. */
  readonly reported: readonly string[];
  /** Lower case, for the text filter. */
  readonly text: string;
}

export function readRow(
  element: HTMLTableRowElement,
  headings: readonly HTMLTableCellElement[],
): Row {
  const values = Object.fromEntries(
    headings.map(({ dataset, cellIndex }) => {
      const cell = element.cells[cellIndex];
      return [
        dataset['sort'] ?? '',
        cell?.dataset['value'] ?? cell?.querySelector('a')?.text ?? cell?.textContent?.trim() ?? '',
      ];
    }),
  );
  const reported = headings
    .filter(({ cellIndex }) => element.cells[cellIndex]?.classList.contains('reported'))
    .map(({ dataset }) => dataset['sort'] ?? '');
  const slug = element.querySelector('a')?.pathname.split('/').at(-1) ?? '';
  const traits = element.dataset['traits']?.split(' ') ?? [];
  return {
    element,
    slug,
    traits,
    // Every row has a status; its cell stands only where it is worth a look.
    values: { ...values, status: traits[1] ?? '' },
    reported,
    text: `${element.textContent} ${slug} ${traits[0]}`.toLowerCase(),
  };
}

const numeric = new Set(['contextWindow', 'inputPrice', 'outputPrice']);

/** Rows in the asked order; rows without the fact come last, either way. */
export function sortedRows(rows: readonly Row[], { sortBy, sortOrder }: Filter): readonly Row[] {
  const column = sortBy ?? '';
  const sign = sortOrder === 'desc' ? -1 : 1;
  const valueIn = (row: Row) => row.values[column] ?? '';
  const compare = (one: string, other: string) =>
    numeric.has(column)
      ? Number(one) - Number(other)
      : one.localeCompare(other, 'en', { numeric: true });
  return rows.toSorted((one, other) => {
    const [a, b] = [valueIn(one), valueIn(other)];
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return sign * compare(a, b);
  });
}
