import { z } from 'zod';
import { parsedJson, type ReadEntry, readEntries, stated, wrongForm } from './entries.ts';
import type { Listing, OutsideSource, Traits } from './outside-set.ts';
import { priceOf, priceOrFault } from './price.ts';

// Sections whose names are not those of our files. Under its own name, Zhipu sells in China alone; its list
// price for the world is that of Z.ai.
const providerNames: Readonly<Record<string, string>> = {
  bailing: 'inclusionai',
  llama: 'meta',
  'tencent-tokenhub': 'tencent',
  zai: 'zhipuai',
  zhipuai: 'zhipuai-cn',
};

const form =
  'the api.json of models.dev is a map of providers, each with a map of its models under "models"';

const cost = z.object({
  input: z.number(),
  output: z.number(),
  cache_read: z.number().optional(),
  cache_write: z.number().optional(),
});

const date = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'it is no date');

/** A model of a provider: packages/core/src/schema.ts of anomalyco/models.dev, as far as it is compared. */
const modelEntry = z.object({
  name: z.string(),
  reasoning: z.boolean().optional(),
  tool_call: z.boolean().optional(),
  structured_output: z.boolean().optional(),
  temperature: z.boolean().optional(),
  knowledge: date.optional(),
  release_date: date.optional(),
  modalities: z.object({ input: z.array(z.string()), output: z.array(z.string()) }).optional(),
  open_weights: z.boolean().optional(),
  limit: z
    .object({
      context: z.number().optional(),
      input: z.number().optional(),
      output: z.number().optional(),
    })
    .optional(),
  status: z.string().optional(),
  cost: cost
    .extend({ tiers: z.array(cost.extend({ tier: z.object({ size: z.number() }) })).optional() })
    .optional(),
});

type ModelEntry = z.infer<typeof modelEntry>;

const sections = z.record(z.string(), z.looseObject({ models: z.record(z.string(), z.unknown()) }));

/** models.dev: a section for each provider, of its makers’ own too. */
export const modelsDev: OutsideSource = {
  name: 'models.dev',
  address: 'https://models.dev/api.json',
  home: 'https://github.com/anomalyco/models.dev',
  read(text) {
    const found = sections.safeParse(parsedJson(text));
    if (!found.success) throw new Error(wrongForm(form));
    const raw = Object.entries(found.data).flatMap(([section, { models }]) =>
      Object.entries(models).map(([id, value]) => ({ id: `${section}/${id}`, value })),
    );
    return readEntries(raw, { form, schema: modelEntry, read: listed });
  },
};

function listed(place: string, entry: ModelEntry): ReadEntry {
  const slash = place.indexOf('/');
  const section = place.slice(0, slash);
  const { context, input, output } = entry.limit ?? {};
  const { price, unread } = priceOrFault(place, () => priceIn(entry));
  const listing: Listing = {
    provider: providerNames[section] ?? section,
    id: place.slice(slash + 1),
    name: entry.name,
    url: pageOf(section, place.slice(slash + 1)),
    ...(context && { contextWindow: context }),
    ...(input && { maxInput: input }),
    ...(output && { maxOutput: output }),
    ...(price && { price }),
    facts: factsIn(entry),
  };
  return { listing, unread };
}

function priceIn({ cost: given }: ModelEntry) {
  const tiers = given?.tiers?.map((tier) => ({ above: tier.tier.size, ...ratesIn(tier) }));
  return given && priceOf(ratesIn(given), tiers);
}

const ratesIn = ({ input, output, cache_read, cache_write }: z.infer<typeof cost>) => ({
  input,
  output,
  cachedInput: cache_read,
  cacheWrite: cache_write,
});

// Every model of the set says each of these, so that one left out is denied.
const told = ['text', 'image', 'audio', 'video', 'pdf'];

const factsIn = (entry: ModelEntry): Listing['facts'] => ({
  ...(entry.modalities && {
    input: traitsOf(entry.modalities.input),
    output: traitsOf(entry.modalities.output),
  }),
  capabilities: stated({
    reasoning: entry.reasoning,
    toolCalling: entry.tool_call,
    structuredOutput: entry.structured_output,
    temperature: entry.temperature,
  }),
  ...(entry.knowledge && { knowledgeCutoff: entry.knowledge }),
  ...(entry.release_date && { releaseDate: entry.release_date }),
  ...(entry.open_weights !== undefined && { openWeights: entry.open_weights }),
  ...(entry.status === 'deprecated' && { isDeprecated: true }),
});

const traitsOf = (named: readonly string[]): Traits =>
  Object.fromEntries(told.map((one) => [one, named.includes(one)]));

const pageOf = (section: string, id: string): string => {
  const path = id.split('/').map(encodeURIComponent).join('/');
  return `https://github.com/anomalyco/models.dev/blob/dev/providers/${section}/models/${path}.toml`;
};
