import { expect, test } from 'vitest';
import { litellm } from '../../src/drift/litellm.ts';
import { litellmEntry, litellmText } from './outside-sets.ts';

const readOne = (name: string, entry: unknown) => litellm.read(litellmText({ [name]: entry }));

test('prices per token become prices per million, and flags what they state', () => {
  const entry = litellmEntry({
    cache_read_input_token_cost: 3.125e-7,
    cache_creation_input_token_cost: 1.5e-6,
    deprecation_date: '2027-12-01',
    supports_vision: true,
    supports_reasoning: false,
  });
  expect(readOne('aurora-2', entry).listings).toEqual([
    {
      provider: 'aurora-labs',
      id: 'aurora-2',
      url: 'https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json',
      maxInput: 1000000,
      maxOutput: 65536,
      price: { input: 1.25, output: 10, cachedInput: 0.3125, cacheWrite: 1.5 },
      facts: {
        input: { image: true },
        output: {},
        capabilities: { reasoning: false, toolCalling: true },
        retirementDate: '2027-12-01',
      },
    },
  ]);
});

test.each([
  ['azure/gpt-4o', 'azure', 'azure', 'gpt-4o'],
  ['azure_ai/grok-4', 'azure_ai', 'azure', 'grok-4'],
  ['anthropic.claude-x-v1:0', 'bedrock_converse', 'amazon-bedrock', 'anthropic.claude-x-v1:0'],
  ['bedrock/us-east-1/claude-x', 'bedrock_converse', 'amazon-bedrock', 'us-east-1/claude-x'],
  ['vertex_ai/claude-x', 'vertex_ai-anthropic_models', 'google-vertex', 'claude-x'],
  ['gemini/gemini-2.5-pro', 'gemini', 'google', 'gemini-2.5-pro'],
  ['together_ai/meta-llama/Llama', 'together_ai', 'togetherai', 'meta-llama/Llama'],
  ['amazon-nova/nova-lite-v1', 'amazon_nova', 'amazon', 'nova-lite-v1'],
])('%s of %s is what %s calls %s', (name, litellm_provider, provider, id) => {
  const { listings } = readOne(name, litellmEntry({ litellm_provider }));
  expect(listings[0]).toMatchObject({ provider, id });
});

test('prices for long requests become tiers, by rising threshold', () => {
  const { listings } = readOne(
    'aurora-2',
    litellmEntry({
      input_cost_per_token_above_272k_tokens: 5e-6,
      output_cost_per_token_above_272k_tokens: 2e-5,
      input_cost_per_token_above_128k_tokens: 2.5e-6,
      input_cost_per_token_above_128k_tokens_priority: 9e-6,
    }),
  );
  expect(listings[0]?.price?.tiers).toEqual([
    { above: 128000, input: 2.5 },
    { above: 272000, input: 5, output: 20 },
  ]);
});

test.each(['image_generation', 'audio_transcription', 'ocr'])(
  'of mode %s nothing is compared',
  (mode) => {
    const models = { picture: litellmEntry({ mode }), 'aurora-2': litellmEntry() };
    expect(litellm.read(litellmText(models)).listings.map(({ id }) => id)).toEqual(['aurora-2']);
  },
);

test('the example in words, rules for names and fine-tuned rates are no models', () => {
  const text = litellmText({ 'ft:aurora-2': litellmEntry(), 'aurora-2': litellmEntry() });
  const { listings, unread } = litellm.read(text);
  expect(listings.map(({ id }) => id)).toEqual(['aurora-2']);
  expect(unread).toEqual([]);
});

test('an entry that does not fit is named, and the others are read', () => {
  const models = { bad: litellmEntry({ deprecation_date: 'soon' }), good: litellmEntry() };
  const { listings, unread } = litellm.read(litellmText(models));
  expect(listings.map(({ id }) => id)).toEqual(['good']);
  expect(unread).toEqual([{ id: 'bad', reason: 'deprecation_date: it is no day, YYYY-MM-DD' }]);
});

test('what is not LiteLLM’s is refused', () => {
  expect(() => litellm.read('{"openai":{"models":{}}}')).toThrow(/^has another form than expected/);
});
