import type { ModelSummary } from '../src/shapes/model-summary.ts';
import type { CatalogIndex } from './catalog-index.ts';
import type { ModelCounts } from './db/counts.ts';

/** What a list of models is asked for; what is absent restricts nothing. */
export interface ModelFilter {
  readonly provider?: readonly string[] | undefined;
  readonly status?: string | undefined;
  readonly family?: string | undefined;
  readonly modality?: string | undefined;
  readonly outputModality?: string | undefined;
  readonly capability?: string | undefined;
  readonly openWeights?: boolean | undefined;
  readonly minContext?: number | undefined;
  readonly maxInputPrice?: number | undefined;
  readonly releasedAfter?: string | undefined;
  readonly releasedBefore?: string | undefined;
  readonly search?: string | undefined;
}

export interface ModelOrder {
  /** A field of the list, or `benchmark:<id>`. */
  readonly sortBy: string;
  readonly sortOrder: 'asc' | 'desc';
}

/** The models that fit a filter, in order. */
export const listedModels = (
  catalog: CatalogIndex,
  countsOf: (slug: string) => ModelCounts,
  filter: ModelFilter,
  order: ModelOrder,
): readonly ModelSummary[] =>
  orderedModels(catalog, countsOf, order).filter((model) => fits(catalog, model, filter));

// Every order that the catalog alone decides is made once; only counts change while it is served.
const orders = new WeakMap<CatalogIndex, Map<string, readonly ModelSummary[]>>();

/** All models in order; those without the sorted fact come last, either way, and equal ones by slug. */
function orderedModels(
  catalog: CatalogIndex,
  countsOf: (slug: string) => ModelCounts,
  { sortBy, sortOrder }: ModelOrder,
): readonly ModelSummary[] {
  if (sortBy === 'viewCount' || sortBy === 'followCount') {
    return sorted(catalog.summaries, ({ slug }) => countsOf(slug)[sortBy], sortOrder);
  }
  const made = orders.get(catalog) ?? new Map<string, readonly ModelSummary[]>();
  orders.set(catalog, made);
  const name = `${sortBy} ${sortOrder}`;
  const scores = catalog.bestScores.get(sortBy.replace(/^benchmark:/, ''));
  const order =
    made.get(name) ??
    sorted(
      catalog.summaries,
      (model) =>
        sortBy.startsWith('benchmark:')
          ? scores?.get(model.slug)
          : model[sortBy as 'name' | 'contextWindow'],
      sortOrder,
    );
  made.set(name, order);
  return order;
}

const byName = new Intl.Collator('en', { numeric: true });

function sorted(
  models: readonly ModelSummary[],
  keyOf: (model: ModelSummary) => string | number | undefined,
  sortOrder: ModelOrder['sortOrder'],
): readonly ModelSummary[] {
  const sign = sortOrder === 'desc' ? -1 : 1;
  return models.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * byName.compare(String(a), String(b));
  });
}

function fits(catalog: CatalogIndex, model: ModelSummary, filter: ModelFilter): boolean {
  const { modalities, contextWindow, inputPrice, releaseDate } = model;
  const is = <Value>(asked: Value | undefined, found: (asked: Value) => boolean): boolean =>
    asked === undefined || found(asked);
  return (
    is(filter.provider, (ids) => ids.includes(model.provider)) &&
    is(filter.status, (status) => model.status === status) &&
    is(filter.family, (family) => model.family === family) &&
    is(filter.modality, (modality) => modalities?.input.some((one) => one === modality) ?? false) &&
    is(
      filter.outputModality,
      (modality) => modalities?.output.some((one) => one === modality) ?? false,
    ) &&
    is(
      filter.capability,
      (capability) => model.capabilities?.some((one) => one === capability) ?? false,
    ) &&
    is(filter.openWeights, (isOpen) => model.openWeights === isOpen) &&
    is(filter.minContext, (tokens) => contextWindow !== undefined && contextWindow >= tokens) &&
    is(filter.maxInputPrice, (price) => inputPrice !== undefined && inputPrice <= price) &&
    is(filter.releasedAfter, (day) => releaseDate !== undefined && releaseDate > day) &&
    is(filter.releasedBefore, (day) => releaseDate !== undefined && releaseDate < day) &&
    is(filter.search, (words) => isCalled(catalog, model, words))
  );
}

/** Tells whether all words stand in the model's names: its own, its maker's, its family's, its aliases and mentions. */
function isCalled(catalog: CatalogIndex, model: ModelSummary, words: string): boolean {
  const { slug, name, providerName, provider, family = '' } = model;
  const { aliases = [], mentions = [] } = catalog.documents.get(slug) ?? {};
  const names = [slug, name, providerName, provider, family, ...aliases, ...mentions]
    .join(' ')
    .toLowerCase();
  // "gpt4o" means GPT-4o: the signs between letters and digits are written as people like.
  const bare = names.replace(/[^\p{L}\p{N} ]/gu, '');
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word) || bare.includes(word));
}
