import { dateInWords } from '../format/date.ts';
import { capabilityLabels, modalityLabels } from '../format/labels.ts';
import { dollars } from '../format/price.ts';
import { unitSign } from '../format/score.ts';
import { compactCount, exactCount } from '../format/tokens.ts';
import type { ModelDocument } from '../shapes/model.ts';

type Confidences = ModelDocument['confidence'];

/** A label, what a model says there, and the fact whose source tells how far it can be trusted. */
type Row = readonly [
  string,
  (model: ModelDocument) => string | undefined,
  (keyof Confidences | 'price')?,
];

const tokens = (count: number | undefined) =>
  count && `${compactCount(count)} (${exactCount(count)})`;

const facts: readonly Row[] = [
  ['Maker', ({ providerName }) => providerName],
  ['Status', ({ status }) => status],
  ['Released', ({ releaseDate }) => releaseDate && dateInWords(releaseDate), 'releaseDate'],
  [
    'Knows until',
    ({ knowledgeCutoff }) => knowledgeCutoff && dateInWords(knowledgeCutoff),
    'knowledgeCutoff',
  ],
  [
    'Context window, tokens',
    ({ specs }) => tokens(specs.contextWindow) || undefined,
    'specs.contextWindow',
  ],
  [
    'Longest answer, tokens',
    ({ specs }) => tokens(specs.maxOutput) || undefined,
    'specs.maxOutput',
  ],
  ['Input, $ per million', ({ price }) => price && dollars(price.input), 'price'],
  [
    'Output, $ per million',
    ({ price }) => (price?.output ? dollars(price.output) : undefined),
    'price',
  ],
  [
    'Cached input, $ per million',
    ({ price }) => (price?.cachedInput ? dollars(price.cachedInput) : undefined),
    'price',
  ],
  ['Takes', ({ specs }) => specs.modalities?.input.map((key) => modalityLabels[key]).join(', ')],
  ['Gives', ({ specs }) => specs.modalities?.output.map((key) => modalityLabels[key]).join(', ')],
  ['Can do', ({ capabilities }) => capabilities?.map((key) => capabilityLabels[key]).join(', ')],
  [
    'Size, parameters',
    ({ specs }) => (specs.size ? compactCount(specs.size.total) : undefined),
    'specs.size',
  ],
  ['Weights', ({ specs }) => (specs.openWeights ? 'open' : 'closed')],
  ['Licence', ({ specs }) => specs.license, 'specs.license'],
  ['Others that serve it', ({ offers }) => String(offers.length)],
];

/** Shows the models that the address names side by side. */
class CompareTable extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const slugs =
      new URLSearchParams(location.search).get('slugs')?.split(',').filter(Boolean) ?? [];
    if (slugs.length === 0) return;
    const answers = await Promise.all(slugs.map(fetchModel));
    const found = answers.filter((answer) => typeof answer !== 'string');
    // A slug that is given twice, or beside its alias, is one model.
    const models = [...new Map(found.map((model) => [model.slug, model])).values()];
    const unknown = answers.filter((answer) => typeof answer === 'string');
    this.replaceChildren(...unknown.map((slug) => element('p', `No model is called “${slug}”.`)));
    if (models.length > 0) this.append(scrolling(comparison(models)));
  }
}

/** The document of a model, or its slug where there is none. */
async function fetchModel(slug: string): Promise<ModelDocument | string> {
  const response = await fetch(`/api/v1/models/${encodeURIComponent(slug)}.json`);
  if (!response.ok) return slug;
  const { data } = (await response.json()) as { data: ModelDocument };
  return data;
}

function comparison(models: readonly ModelDocument[]): HTMLTableElement {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  head.append(heading('col', 'Fact'), ...models.map((model) => heading('col', link(model))));
  const body = table.createTBody();
  for (const [label, textOf, fact] of [...facts, ...sharedScores(models)]) {
    const values = models.map(textOf);
    if (values.every((value) => value === undefined)) continue;
    const row = body.insertRow();
    row.append(heading('row', label));
    for (const model of models) {
      const cell = element('td', textOf(model) ?? '');
      cell.className = isReported(model, fact) ? 'reported' : '';
      row.append(cell);
    }
  }
  if (body.querySelector('.reported')) {
    table.createCaption().textContent =
      'A dotted figure is known from hosts or one data set only, not from the maker.';
  }
  return table;
}

const isReported = ({ price, confidence }: ModelDocument, fact: Row[2]): boolean =>
  (fact === 'price' ? price?.confidence : fact && confidence[fact]) === 'reported';

/** One row for each benchmark and set of conditions under which at least two of the models have a score. */
function sharedScores(models: readonly ModelDocument[]): readonly Row[] {
  const keyOf = (score: ModelDocument['benchmarks'][number]) =>
    `${score.benchmark} ${score.conditions}`;
  const scores = models.flatMap(({ slug, benchmarks }) =>
    benchmarks.map((score) => ({ slug, score })),
  );
  return [...Map.groupBy(scores, ({ score }) => keyOf(score))]
    .filter(([, set]) => new Set(set.map(({ slug }) => slug)).size > 1)
    .map(([key, [first]]) => {
      const label = `${first?.score.name}, ${first?.score.conditions || 'conditions not stated'}`;
      return [
        label,
        ({ benchmarks }) => {
          const own = benchmarks.filter((score) => keyOf(score) === key);
          return own.length > 0 ? own.map(scoreText).join(', ') : undefined;
        },
      ];
    });
}

const scoreText = (score: ModelDocument['benchmarks'][number]): string =>
  `${score.score}${unitSign(score)}${score.snapshot ? ` (${score.snapshot})` : ''}`;

function scrolling(table: HTMLTableElement): HTMLElement {
  const region = element('div');
  region.className = 'scroll';
  region.tabIndex = 0;
  region.role = 'region';
  region.ariaLabel = 'Comparison';
  region.append(table);
  return region;
}

function element(name: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function heading(scope: 'col' | 'row', content: Node | string): HTMLElement {
  const cell = element('th', content) as HTMLTableCellElement;
  cell.scope = scope;
  return cell;
}

const link = ({ slug, name }: ModelDocument): HTMLAnchorElement =>
  Object.assign(document.createElement('a'), { href: `/models/${slug}`, textContent: name });

customElements.define('compare-table', CompareTable);
