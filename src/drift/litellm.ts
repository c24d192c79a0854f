import { z } from 'zod';
import { parsedJson, type ReadEntry, readEntries, stated, wrongForm } from './entries.ts';
import type { Listing, OutsideSource } from './outside-set.ts';
import { perMillion, priceOf, priceOrFault } from './price.ts';

// Its names of providers that are not ours. Vertex AI’s stand once for each maker, and are cut below.
const providerNames: Readonly<Record<string, string>> = {
  amazon_nova: 'amazon',
  azure_ai: 'azure',
  bedrock: 'amazon-bedrock',
  bedrock_converse: 'amazon-bedrock',
  cloudflare: 'cloudflare-workers-ai',
  cohere_chat: 'cohere',
  dashscope: 'alibaba',
  fireworks_ai: 'fireworks-ai',
  friendliai: 'friendli',
  gemini: 'google',
  gmi: 'gmicloud',
  meta_llama: 'meta',
  moonshot: 'moonshotai',
  novita: 'novita-ai',
  nvidia_nim: 'nvidia',
  snowflake: 'snowflake-cortex',
  stability: 'stabilityai',
  together_ai: 'togetherai',
  vercel_ai_gateway: 'vercel',
  vertex_ai: 'google-vertex',
  xiaomi_mimo: 'xiaomi',
  zai: 'zhipuai',
};

const form =
  'LiteLLM’s price file is a map of models, each with its "litellm_provider" and prices in dollars per token';

// What stands beside the models: an example in words, and rules for names.
const notModels = ['sample_spec', 'fallback_generalizations'];

// Of the others, prices are by image, second or page.
const comparedModes = ['chat', 'completion', 'responses', 'embedding'];

const dollars = z.number().optional();
const flag = z.boolean().optional();

/** A model at a provider: model_prices_and_context_window.schema.json of BerriAI/litellm, as far as it is compared. */
const modelEntry = z.looseObject({
  litellm_provider: z.string(),
  mode: z.string().optional(),
  max_input_tokens: z.number().optional(),
  max_output_tokens: z.number().optional(),
  input_cost_per_token: dollars,
  output_cost_per_token: dollars,
  cache_read_input_token_cost: dollars,
  cache_creation_input_token_cost: dollars,
  deprecation_date: z.iso.date('it is no day, YYYY-MM-DD').optional(),
  supports_reasoning: flag,
  supports_function_calling: flag,
  supports_response_schema: flag,
  supports_prompt_caching: flag,
  supports_vision: flag,
  supports_audio_input: flag,
  supports_video_input: flag,
  supports_pdf_input: flag,
  supports_audio_output: flag,
});

type ModelEntry = z.infer<typeof modelEntry>;

/** LiteLLM’s price file: the models of many providers under the names that its users write. */
export const litellm: OutsideSource = {
  name: 'litellm',
  address:
    'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json',
  home: 'https://github.com/BerriAI/litellm',
  read(text) {
    const found = z.record(z.string(), z.unknown()).safeParse(parsedJson(text));
    if (!found.success) throw new Error(wrongForm(form));
    const raw = Object.entries(found.data)
      .filter(([id]) => !notModels.includes(id))
      .map(([id, value]) => ({ id, value }));
    return readEntries(raw, { form, schema: modelEntry, read: listed });
  },
};

function listed(name: string, entry: ModelEntry): ReadEntry {
  // Before a model's name, ft: gives the rates of models that its users trained.
  const isFineTuned = name.startsWith('ft:');
  if (isFineTuned || (entry.mode !== undefined && !comparedModes.includes(entry.mode))) return {};
  const route = entry.litellm_provider.replace(/^vertex_ai-.*/, 'vertex_ai');
  const { max_input_tokens: maxInput, max_output_tokens: maxOutput } = entry;
  const { price, unread } = priceOrFault(name, () => priceIn(entry));
  const listing: Listing = {
    provider: providerNames[route] ?? route,
    id: idIn(name, route),
    url: `${litellm.home}/blob/main/model_prices_and_context_window.json`,
    // It has no context window, and gives as the most input what a model’s maker calls by either name.
    ...(maxInput && { maxInput }),
    ...(maxOutput && { maxOutput }),
    ...(price && { price }),
    facts: {
      input: stated({
        image: entry.supports_vision,
        audio: entry.supports_audio_input,
        video: entry.supports_video_input,
        pdf: entry.supports_pdf_input,
      }),
      output: stated({ audio: entry.supports_audio_output }),
      capabilities: stated({
        reasoning: entry.supports_reasoning,
        toolCalling: entry.supports_function_calling,
        structuredOutput: entry.supports_response_schema,
        promptCaching: entry.supports_prompt_caching,
      }),
      // Called a deprecation there, and filled in with the day of the end.
      ...(entry.deprecation_date && { retirementDate: entry.deprecation_date }),
    },
  };
  return { listing, unread };
}

/** What goes into a request: the name without the provider that LiteLLM puts before it. */
function idIn(name: string, route: string): string {
  const before = [route, route.replace('_converse', ''), route.replace('_', '-')];
  const prefix = before.map((one) => `${one}/`).find((one) => name.startsWith(one)) ?? '';
  return name.slice(prefix.length);
}

function priceIn(entry: ModelEntry) {
  const above = Object.keys(entry).flatMap((key) => {
    const thousands = /^input_cost_per_token_above_(\d+)k_tokens$/.exec(key)?.[1];
    return thousands === undefined ? [] : [Number(thousands)];
  });
  const tiers = above.map((thousands) => ({
    above: thousands * 1000,
    ...ratesIn(entry, `_above_${thousands}k_tokens`),
  }));
  return priceOf(ratesIn(entry, ''), tiers);
}

function ratesIn(entry: ModelEntry, condition: string) {
  const rate = (key: string): number | undefined => {
    const value = entry[key + condition];
    return typeof value === 'number' ? perMillion(value) : undefined;
  };
  return {
    input: rate('input_cost_per_token'),
    output: rate('output_cost_per_token'),
    cachedInput: rate('cache_read_input_token_cost'),
    cacheWrite: rate('cache_creation_input_token_cost'),
  };
}
