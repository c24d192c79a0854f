import { expect, test } from 'vitest';
import { openRouter } from '../../src/drift/open-router.ts';
import { openRouterEntry, openRouterText } from './outside-sets.ts';

test('an offer is read: its limits, and prices from text per token to numbers per million', () => {
  const { listings, unread } = openRouter.read(openRouterText(openRouterEntry()));
  expect(listings).toEqual([
    {
      provider: 'openrouter',
      id: 'aurora-labs/aurora-1',
      name: 'Aurora Labs: Aurora 1',
      url: 'https://openrouter.ai/aurora-labs/aurora-1',
      contextWindow: 8192,
      maxOutput: 4096,
      price: { input: 5, output: 15, cachedInput: 0.5 },
      // Neither the files that it takes nor the day on which it stops selling are the model's.
      facts: {},
    },
  ]);
  expect(unread).toEqual([]);
});

test.each([
  ['free', '0', '0'],
  ['whatever the model costs that it chooses', '-1', '-1'],
])('what is %s has no price', (_, prompt, completion) => {
  const entry = openRouterEntry({ pricing: { prompt, completion } });
  expect(openRouter.read(openRouterText(entry)).listings[0]).not.toHaveProperty('price');
});

test('a price that is no figure is told with its entry, and the others are read', () => {
  const bad = openRouterEntry({ id: 'bad', pricing: { prompt: 'ask us', completion: '1' } });
  const { listings, unread } = openRouter.read(
    openRouterText(bad, openRouterEntry(), { name: 'x' }),
  );
  expect(listings.map(({ id }) => id)).toEqual(['aurora-labs/aurora-1']);
  expect(unread).toEqual([
    { id: 'bad', reason: 'pricing.prompt: it is no figure' },
    { id: 'model 3', reason: 'id: Invalid input: expected string, received undefined' },
  ]);
});

test.each(['{"data":[]}', '{"data":"x"}', '{"error":{"code":429}}', '"x"'])(
  '%s is refused',
  (text) => {
    expect(() => openRouter.read(text)).toThrow(
      'has another form than expected: OpenRouter’s answer is { "data": [ … ] }, a list of models, each with its "id"',
    );
  },
);
