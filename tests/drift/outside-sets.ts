/** A model in models.dev's api.json, but for what a test says. */
export const modelsDevEntry = (parts: object = {}) => ({
  id: 'aurora-2',
  name: 'Aurora 2',
  attachment: true,
  reasoning: true,
  reasoning_options: [],
  tool_call: true,
  structured_output: true,
  release_date: '2024-12-01',
  last_updated: '2025-01-01',
  modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
  open_weights: false,
  limit: { context: 1048576, input: 1000000, output: 65536 },
  cost: { input: 1.25, output: 10, cache_read: 0.3125, cache_write: 1.5 },
  ...parts,
});

/** models.dev's api.json with these models, by provider and id. */
export const modelsDevText = (
  providers: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(providers).map(([id, models]) => [
        id,
        { id, env: ['API_KEY'], npm: '@ai-sdk/openai', name: id, doc: 'https://x.example', models },
      ]),
    ),
  );

/** A model in LiteLLM's price file, but for what a test says. */
export const litellmEntry = (parts: object = {}) => ({
  litellm_provider: 'aurora-labs',
  mode: 'chat',
  max_tokens: 65536,
  max_input_tokens: 1000000,
  max_output_tokens: 65536,
  input_cost_per_token: 1.25e-6,
  output_cost_per_token: 1e-5,
  supports_function_calling: true,
  ...parts,
});

/** LiteLLM's price file with these models by name, and what stands there beside models. */
export const litellmText = (models: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    sample_spec: {
      litellm_provider: 'one of https://docs.litellm.ai/docs/providers',
      max_input_tokens: 'max input tokens, if the provider specifies it',
      mode: 'one of: chat, embedding, completion',
    },
    fallback_generalizations: { rules: [] },
    ...models,
  });

/** A model in OpenRouter's list, but for what a test says. */
export const openRouterEntry = (parts: object = {}) => ({
  id: 'aurora-labs/aurora-1',
  canonical_slug: 'aurora-labs/aurora-1',
  hugging_face_id: null,
  name: 'Aurora Labs: Aurora 1',
  created: 1704844800,
  context_length: 8192,
  architecture: { input_modalities: ['text', 'file'], output_modalities: ['text'] },
  pricing: { prompt: '0.000005', completion: '0.000015', input_cache_read: '0.0000005' },
  top_provider: { context_length: 8192, max_completion_tokens: 4096, is_moderated: true },
  per_request_limits: null,
  knowledge_cutoff: null,
  expiration_date: '2026-05-15',
  ...parts,
});

/** OpenRouter's answer with these models. */
export const openRouterText = (...models: readonly unknown[]): string =>
  JSON.stringify({ data: models });
