import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogDocument } from '../../src/shapes/catalog-document.ts';

/** One page of every kind, and of each kind the one with most on it: what can go wrong does so there. */
export function kindsOfPages(folder: string): readonly (readonly [kind: string, path: string])[] {
  const { data } = JSON.parse(readFileSync(join(folder, 'api/v1/catalog.json'), 'utf8')) as {
    data: CatalogDocument;
  };
  const longest = data.models.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  const model = (isWanted: (one: CatalogDocument['models'][number]) => boolean) =>
    `/models/${longest.find(isWanted)?.slug}`;
  const provider = (key: 'modelCount' | 'servedCount') =>
    `/providers/${data.providers.toSorted((one, other) => other[key] - one[key])[0]?.id}`;
  const benchmark = data.benchmarks.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0]
    ?.id;
  const compared = longest.slice(0, 3).map(({ slug }) => slug);
  return [
    ['home', '/'],
    ['active model', model(({ status }) => status === 'active')],
    ['retired model', model(({ status }) => status === 'retired')],
    ['model with open weights', model(({ specs }) => specs.openWeights)],
    ['list of providers', '/providers'],
    ['maker', provider('modelCount')],
    ['host', provider('servedCount')],
    ['list of benchmarks', '/benchmarks'],
    ['benchmark', `/benchmarks/${benchmark}`],
    ['comparison', `/compare?slugs=${compared.join()}`],
    ['comparison of nothing', '/compare'],
    ['news', '/news'],
    ['discussions', '/discussions'],
    ['jobs', '/jobs'],
    ['changes', '/changes'],
    ['list of followed models', '/following'],
    ['about', '/about'],
    ['missing page', '/models/none-such'],
  ];
}

const lengthOf = (document: unknown): number => JSON.stringify(document).length;
