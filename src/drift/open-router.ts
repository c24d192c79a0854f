import { z } from 'zod';
import { parsedJson, type ReadEntry, readEntries, wrongForm } from './entries.ts';
import type { Listing, OutsideSource } from './outside-set.ts';
import { perMillion, priceOf, priceOrFault } from './price.ts';

const form = 'OpenRouter’s answer is { "data": [ … ] }, a list of models, each with its "id"';

const figure = z.string().regex(/^-?\d+(\.\d+)?(e-?\d+)?$/i, 'it is no figure');
const perToken = z.union([z.number(), figure]).nullish();

/** A model on sale: the Models API of openrouter.ai/docs, as far as it is compared. */
const modelEntry = z.object({
  id: z.string(),
  name: z.string().optional(),
  context_length: z.number().nullish(),
  knowledge_cutoff: z.iso.date('it is no day, YYYY-MM-DD').nullish(),
  pricing: z
    .object({
      prompt: perToken,
      completion: perToken,
      input_cache_read: perToken,
      input_cache_write: perToken,
    })
    .optional(),
  top_provider: z
    .object({ context_length: z.number().nullish(), max_completion_tokens: z.number().nullish() })
    .nullish(),
});

const answer = z.object({ data: z.array(z.unknown()) });

/**
 * OpenRouter’s list of models. It is one seller’s: limits and prices are those of its offers. So are the files
 * that it takes and its `expiration_date`, on which it stops selling, not the maker.
 */
export const openRouter: OutsideSource = {
  name: 'openrouter',
  address: 'https://openrouter.ai/api/v1/models',
  home: 'https://openrouter.ai',
  host: 'openrouter',
  read(text) {
    const found = answer.safeParse(parsedJson(text));
    if (!found.success) throw new Error(wrongForm(form));
    const raw = found.data.data.map((value, index) => {
      const named = z.object({ id: z.string() }).safeParse(value);
      return { id: named.success ? named.data.id : `model ${index + 1}`, value };
    });
    return readEntries(raw, { form, schema: modelEntry, read: listed });
  },
};

function listed(id: string, entry: z.infer<typeof modelEntry>): ReadEntry {
  const { pricing, top_provider: top, context_length, knowledge_cutoff } = entry;
  const { price, unread } = priceOrFault(id, () =>
    priceOf({
      input: perMillion(pricing?.prompt),
      output: perMillion(pricing?.completion),
      cachedInput: perMillion(pricing?.input_cache_read),
      cacheWrite: perMillion(pricing?.input_cache_write),
    }),
  );
  const listing: Listing = {
    provider: 'openrouter',
    id,
    ...(entry.name && { name: entry.name }),
    url: `https://openrouter.ai/${id}`,
    ...(context_length && { contextWindow: context_length }),
    ...(top?.max_completion_tokens && { maxOutput: top.max_completion_tokens }),
    ...(price && { price }),
    facts: knowledge_cutoff ? { knowledgeCutoff: knowledge_cutoff } : {},
  };
  return { listing, unread };
}
