import { expect, test } from 'vitest';
import { modelsDev } from '../../src/drift/models-dev.ts';
import { modelsDevEntry, modelsDevText } from './outside-sets.ts';

const readOne = (entry: unknown) => modelsDev.read(modelsDevText({ 'aurora-labs': { a: entry } }));

test('a model is listed with its limits, price and facts, and a page where a person sees them', () => {
  const text = modelsDevText({ 'aurora-labs': { 'aurora/2:free': modelsDevEntry() } });
  expect(modelsDev.read(text)).toEqual({
    listings: [
      {
        provider: 'aurora-labs',
        id: 'aurora/2:free',
        name: 'Aurora 2',
        url: 'https://github.com/anomalyco/models.dev/blob/dev/providers/aurora-labs/models/aurora/2%3Afree.toml',
        contextWindow: 1048576,
        maxInput: 1000000,
        maxOutput: 65536,
        price: { input: 1.25, output: 10, cachedInput: 0.3125, cacheWrite: 1.5 },
        facts: {
          input: { text: true, image: true, audio: false, video: false, pdf: true },
          output: { text: true, image: false, audio: false, video: false, pdf: false },
          capabilities: { reasoning: true, toolCalling: true, structuredOutput: true },
          releaseDate: '2024-12-01',
          openWeights: false,
        },
      },
    ],
    unread: [],
  });
});

test.each([
  ['zai', 'zhipuai'],
  ['llama', 'meta'],
  ['openai', 'openai'],
])('the section %s is the list of %s', (section, provider) => {
  const { listings } = modelsDev.read(modelsDevText({ [section]: { a: modelsDevEntry() } }));
  expect(listings[0]?.provider).toBe(provider);
});

test.each([
  ['free', { input: 0, output: 0 }, undefined],
  ['an embedding model’s', { input: 0.1, output: 0 }, { input: 0.1 }],
  [
    'dearer for long requests',
    {
      input: 1,
      output: 2,
      tiers: [{ input: 2, output: 4, tier: { type: 'context', size: 200000 } }],
    },
    { input: 1, output: 2, tiers: [{ above: 200000, input: 2, output: 4 }] },
  ],
])('a price that is %s is read as such', (_, cost, price) => {
  expect(readOne(modelsDevEntry({ cost })).listings[0]?.price).toEqual(price);
});

test('a limit of 0 is one that nobody gave', () => {
  const { listings } = readOne(modelsDevEntry({ limit: { context: 0, output: 0 } }));
  expect(listings[0]).not.toHaveProperty('contextWindow');
  expect(listings[0]).not.toHaveProperty('maxOutput');
});

test('fields that nobody knows yet are no fault', () => {
  expect(readOne(modelsDevEntry({ mood: 'calm', limit: { context: 8, mood: 1 } })).unread).toEqual(
    [],
  );
});

test('an entry that does not fit is named, and the others are read', () => {
  const models = { bad: modelsDevEntry({ limit: { context: 'much' } }), good: modelsDevEntry() };
  const { listings, unread } = modelsDev.read(modelsDevText({ 'aurora-labs': models }));
  expect(listings.map(({ id }) => id)).toEqual(['good']);
  expect(unread).toEqual([
    {
      id: 'aurora-labs/bad',
      reason: 'limit.context: Invalid input: expected number, received string',
    },
  ]);
});

test('a price in another unit is told, and the rest of its entry is read', () => {
  const { listings, unread } = readOne(
    modelsDevEntry({ cost: { input: 0.00002, output: 0.0001 } }),
  );
  expect(listings[0]).toMatchObject({ id: 'a', contextWindow: 1048576 });
  expect(listings[0]).not.toHaveProperty('price');
  expect(unread).toEqual([
    {
      id: 'aurora-labs/a',
      reason:
        'input would be 0.00002 dollars per million tokens, and no price is below 0.0005 or above 1000',
    },
  ]);
});

test.each([
  ['a page', '<!DOCTYPE html><html>', 'is no JSON: it begins with “<!DOCTYPE html><html>”'],
  ['nothing', ' ', 'is empty'],
  [
    'a list',
    '[]',
    /^has another form than expected: the api.json of models.dev is a map of providers/,
  ],
  ['an error of an API', '{"error":"busy"}', /^has another form/],
  ['no models', '{}', /^has another form/],
])('%s is refused', (_, text, message) => {
  expect(() => modelsDev.read(text)).toThrow(message);
});
