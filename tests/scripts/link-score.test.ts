import { expect, test } from 'vitest';
import { labelledItems, notScored, qualityOf } from '../../scripts/link-quality.ts';
import { scoreLinks } from '../../scripts/link-score.ts';
import { loadCatalog } from '../../src/catalog/load.ts';

const items = await labelledItems();
if (items === undefined) console.log(notScored);

test.skipIf(items === undefined)('labelled headlines are linked as the labels say', async () => {
  const catalog = await loadCatalog({ contentDir: 'content', day: '2026-11-22' });
  const { all, versions, knownVersions } = qualityOf(items ?? [], catalog);
  expect(versions.recall).toBeGreaterThanOrEqual(0.92);
  expect(knownVersions.precision).toBeGreaterThanOrEqual(0.96);
  expect(all.f1).toBeGreaterThanOrEqual(0.9);
  expect(all.trapsHit).toBe(0);
});

const item = {
  id: 'a',
  title: 'Sirius 2 and the Vega family',
  required: [
    { level: 'model', anyOf: ['sirius-2', 'sirius-2-preview'] },
    { level: 'family', anyOf: ['vega-1', 'vega-2'] },
  ],
  neutral: ['sirius-1'],
  traps: ['rigel-1'],
} as const;

const catalog = {
  models: new Map(
    ['sirius-1', 'sirius-2', 'vega-1', 'vega-2', 'rigel-1'].map((slug) => [slug, slug]),
  ),
  aliases: new Map([['sirius-two', 'sirius-2']]),
};

test.each([
  ['all', ['sirius-2', 'vega-1', 'vega-2'], { found: 2, missed: 0, wrong: 0, trapsHit: 0 }],
  ['all', ['sirius-two', 'sirius-1'], { found: 1, missed: 1, wrong: 0, trapsHit: 0 }],
  ['all', ['rigel-1'], { found: 0, missed: 2, wrong: 1, trapsHit: 1 }],
  ['all', [], { found: 0, missed: 2, wrong: 0, trapsHit: 0 }],
  ['versions', ['sirius-2', 'vega-1'], { found: 1, missed: 0, wrong: 0, trapsHit: 0 }],
  ['versions', [], { found: 0, missed: 1, wrong: 0, trapsHit: 0 }],
] as const)('of %s labels, links to %j count as %j', (view, slugs, expected) => {
  const score = scoreLinks([item], new Map([['a', slugs]]), { view, ...catalog });
  expect(score).toMatchObject(expected);
});

test('a label whose models the catalog lacks is passed over', () => {
  const models = new Map([['vega-1', 'vega-1']]);
  const score = scoreLinks([item], new Map(), { view: 'all', models, aliases: new Map() });
  expect(score).toMatchObject({ found: 0, missed: 1 });
});

test('precision, recall and F1 are shares of three decimals', () => {
  const links = new Map([['a', ['sirius-2', 'rigel-1', 'vega-3']]]);
  expect(scoreLinks([item], links, { view: 'all', ...catalog })).toMatchObject({
    precision: 0.333,
    recall: 0.5,
    f1: 0.4,
  });
});
