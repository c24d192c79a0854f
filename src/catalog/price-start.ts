import type { Price } from './catalog.ts';

/**
 * The row with which a list price began: the first of those without a break before it that charge the same for
 * input and output. A row that only adds a price of the cache, or a source, begins none.
 *
 * @param rows oldest first
 */
export function priceStart(rows: readonly Price[], price: Price): Price {
  const until = rows.slice(0, rows.findIndex(({ from }) => from === price.from) + 1);
  const other = until.findLastIndex(
    ({ input, output }) => input !== price.input || output !== price.output,
  );
  return until[other + 1] ?? price;
}
