import { expect, test } from 'vitest';
import { driftOf } from '../../src/drift/compare.ts';
import { modelsDev } from '../../src/drift/models-dev.ts';
import { openRouter } from '../../src/drift/open-router.ts';
import { aModel, aProvider, catalogOf } from '../catalog/content-folder.ts';
import { inShort } from './drift-of.ts';
import { modelsDevEntry, modelsDevText, openRouterEntry, openRouterText } from './outside-sets.ts';

const offerFrom = (provider: string, source: string) =>
  aModel({
    knowledgeCutoff: '2023-06',
    specs: '{ contextWindow: 8192, maxOutput: 4096, openWeights: false }',
    offers: `[{ provider: ${provider}, id: sirius/sirius-1, pricing: { input: 5, output: 15 }, source: ${source}, checked: 2026-02-01 }]`,
  });

const catalogWith = (model: string) =>
  catalogOf({
    'models/sirius-1.yaml': model,
    'providers/openrouter.yaml': aProvider({ name: 'OpenRouter', kinds: '[router]' }),
  });

const listed = openRouterEntry({ id: 'sirius/sirius-1', pricing: { prompt: '0.000006' } });

test('a set that is one host’s list is compared with its offers, and speaks for what training knows', async () => {
  const catalog = await catalogWith(offerFrom('openrouter', 'https://a.example.com/1'));
  const text = openRouterText({ ...listed, knowledge_cutoff: '2023-12-31', context_length: 4000 });
  expect(driftOf(catalog, openRouter, openRouter.read(text)).findings.map(inShort)).toEqual([
    ['differs', 'sirius-1:knowledgeCutoff', '2023-06', '2023-12-31'],
    ['differs', 'sirius-1:offers.openrouter/sirius/sirius-1.contextWindow', 8192, 4000],
    [
      'differs',
      'sirius-1:offers.openrouter/sirius/sirius-1.pricing',
      { input: 5, output: 15 },
      { input: 6 },
    ],
  ]);
});

test.each([
  ['openrouter', 'https://a.example.com/1', 'openrouter', ['gone']],
  ['cloud-nine', 'https://a.example.com/1', 'openrouter', []],
  ['cloud-nine', 'https://github.com/anomalyco/models.dev/blob/1/a.toml', 'models.dev', ['gone']],
  ['cloud-nine', 'https://a.example.com/1', 'models.dev', []],
])('an offer of %s from %s, which %s does not list, is %j', async (host, from, set, expected) => {
  const catalog = await catalogWith(offerFrom(host, from));
  const drift =
    set === 'openrouter'
      ? driftOf(catalog, openRouter, openRouter.read(openRouterText(openRouterEntry())))
      : driftOf(
          catalog,
          modelsDev,
          modelsDev.read(modelsDevText({ other: { a: modelsDevEntry() } })),
        );
  expect(drift.findings.map(({ kind }) => kind)).toEqual(expected);
});
