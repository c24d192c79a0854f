import { expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { knownModel } from '../../src/catalog/lookup.ts';
import { type ModelDocument, modelDocument } from '../../src/shapes/model.ts';
import type { ModelSummary } from '../../src/shapes/model-summary.ts';
import { builtJson } from './built-files.ts';

const summaryOf = (slug: string): ModelSummary | undefined =>
  builtJson<{ data: ModelSummary[] }>('fixtureSite', 'models.json').data.find(
    (model) => model.slug === slug,
  );

const documentOf = (slug: string): ModelDocument =>
  builtJson<{ data: ModelDocument }>('fixtureSite', `models/${slug}.json`).data;

test('a summary holds the facts that fit a row', () => {
  expect(summaryOf('aurora-2')).toMatchInlineSnapshot(`
    {
      "capabilities": [
        "reasoning",
        "toolCalling",
        "structuredOutput",
      ],
      "contextWindow": 1048576,
      "description": "The second made-up model of Aurora Labs, which reads images and costs more for long requests.",
      "family": "aurora",
      "inputPrice": 1.25,
      "license": "proprietary",
      "maxOutput": 65536,
      "modalities": {
        "input": [
          "text",
          "image",
          "pdf",
        ],
        "output": [
          "text",
        ],
      },
      "name": "Aurora 2",
      "offerCount": 2,
      "openWeights": false,
      "outputPrice": 10,
      "provider": "aurora-labs",
      "providerName": "Aurora Labs",
      "releaseDate": "2024-12-01",
      "retirementDate": {
        "certainty": "notBefore",
        "date": "2027-12-01",
      },
      "scoreCount": 3,
      "slug": "aurora-2",
      "status": "active",
    }
  `);
});

test('a summary leaves out what is not known', () => {
  expect(summaryOf('borealis-next')).toMatchInlineSnapshot(`
    {
      "description": "A made-up model that Borealis has announced and nobody can use yet.",
      "name": "Borealis Next",
      "offerCount": 0,
      "openWeights": true,
      "provider": "borealis",
      "providerName": "Borealis",
      "scoreCount": 0,
      "slug": "borealis-next",
      "status": "announced",
    }
  `);
});

test('a document holds the dated history of prices, oldest first, each with its source', () => {
  expect(documentOf('aurora-1').pricing).toMatchInlineSnapshot(`
    [
      {
        "dateIs": "announced",
        "from": "2024-01-10",
        "input": 10,
        "output": 30,
        "source": "https://aurora.example.com/launch",
      },
      {
        "confidence": "reported",
        "dateIs": "observed",
        "from": "2024-06-01",
        "input": 5,
        "output": 15,
        "source": "https://github.com/example/open-figures/blob/abc/aurora.json",
      },
    ]
  `);
});

test.each([
  ['2024-01-09', undefined],
  ['2024-01-10', 10],
  ['2024-05-31', 10],
  ['2024-06-01', 5],
  ['2026-03-01', 5],
])('on %s the price for input is %s', async (day, input) => {
  const catalog = await loadCatalog({ contentDir: 'tests/fixtures/catalog', day });
  expect(modelDocument(catalog, knownModel(catalog, 'aurora-1')).price?.input).toBe(input);
});

test('a score has its place among those under the same conditions', () => {
  const scores = documentOf('aurora-2').benchmarks.map(
    ({ name, conditions, score, unit, rank, of, median }) =>
      `${name} (${conditions}): ${score} ${unit}, ${rank ?? '-'} of ${of}, median ${median ?? '-'}`,
  );
  expect(scores).toMatchInlineSnapshot(`
    [
      "Star Chart (5-shot): 88.25 percent, 1 of 3, median 61.5",
      "Star Chart (5-shot, high effort): 91 percent, 1 of 1, median 91",
      "Word Slip (): 12 points, - of 1, median -",
    ]
  `);
});

test('a source below a data set’s address has its licence, and no other', () => {
  const licences = documentOf('borealis-7b').sources.map(({ url, dataset, license }) => [
    new URL(url).hostname,
    dataset,
    license,
  ]);
  expect(licences).toEqual([
    ['huggingface.co', undefined, undefined],
    ['github.com', 'open-figures', 'MIT'],
  ]);
});

test('each stated fact has the best confidence of its sources', () => {
  expect(documentOf('borealis-7b').confidence).toMatchInlineSnapshot(`
    {
      "releaseDate": "maker",
      "specs.contextWindow": "maker",
      "specs.license": "maker",
      "specs.modalities": "maker",
      "specs.openWeights": "maker",
      "specs.size": "reported",
      "specs.trainingTokens": "maker",
      "specs.weights": "maker",
    }
  `);
});

test('a model knows its family, and what its maker says it replaces', () => {
  const { relatives, replaces } = documentOf('aurora-2');
  expect({ relatives, replaces }).toEqual({
    relatives: ['aurora-3-preview', 'aurora-1'],
    replaces: ['aurora-1'],
  });
});
