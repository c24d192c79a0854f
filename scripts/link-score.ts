/** A text with the models that it must, may and must not be linked to. */
export interface Labelled {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly source?: string;
  readonly required: readonly {
    readonly level: 'model' | 'series' | 'family';
    /** One of these is enough. */
    readonly anyOf: readonly string[];
  }[];
  /** These are neither right nor wrong. */
  readonly neutral: readonly string[];
  readonly traps: readonly string[];
}

export interface Score {
  /** all: every label; versions: a family mention is neither right nor wrong. */
  readonly view: 'all' | 'versions';
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly found: number;
  readonly missed: number;
  readonly wrong: number;
  /** Items with a link to a trap. */
  readonly trapsHit: number;
}

interface Scoring {
  readonly view: Score['view'];
  readonly models: ReadonlyMap<string, unknown>;
  /** Alias → slug: an old slug and the new one are the same model. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * Micro precision, recall and F1 of links. A label is found when one link is in its anyOf; a link that is in no
 * anyOf and not neutral is wrong; a label whose models the catalog lacks is passed over.
 *
 * @param links item id → slugs.
 */
export function scoreLinks(
  items: readonly Labelled[],
  links: ReadonlyMap<string, readonly string[]>,
  scoring: Scoring,
): Score {
  const counts = items.map((item) => itemCounts(item, links.get(item.id) ?? [], scoring));
  const sum = (key: 'found' | 'missed' | 'wrong' | 'trapsHit') =>
    counts.reduce((total, count) => total + count[key], 0);
  const [found, missed, wrong, trapsHit] = [
    sum('found'),
    sum('missed'),
    sum('wrong'),
    sum('trapsHit'),
  ];
  const precision = found / (found + wrong || 1);
  const recall = found / (found + missed || 1);
  return {
    view: scoring.view,
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded((2 * precision * recall) / (precision + recall || 1)),
    found,
    missed,
    wrong,
    trapsHit,
  };
}

function itemCounts(item: Labelled, links: readonly string[], { view, models, aliases }: Scoring) {
  const known = (slugs: readonly string[]) =>
    new Set(slugs.map((slug) => (models.has(slug) ? slug : (aliases.get(slug) ?? slug))));
  const linked = [...known(links)];
  const labels = item.required
    .map(({ level, anyOf }) => ({ level, anyOf: known(anyOf) }))
    .filter(({ anyOf }) => [...anyOf].some((slug) => models.has(slug)));
  const isFree = ({ level }: { readonly level: string }) =>
    view === 'versions' && level === 'family';
  const required = labels.filter((label) => !isFree(label));
  const free = labels.filter(isFree).flatMap(({ anyOf }) => [...anyOf]);
  const allowed = new Set([...known(item.neutral), ...free]);
  const found = required.filter(({ anyOf }) => linked.some((slug) => anyOf.has(slug)));
  const right = new Set(found.flatMap(({ anyOf }) => [...anyOf]));
  const traps = known(item.traps);
  return {
    found: found.length,
    missed: required.length - found.length,
    wrong: linked.filter((slug) => !right.has(slug) && !allowed.has(slug)).length,
    trapsHit: linked.some((slug) => traps.has(slug)) ? 1 : 0,
  };
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;
