import { z } from 'zod';
import type { Catalog, Model } from '../catalog/catalog.ts';
import { compareText } from '../catalog/ranking.ts';
import { slug } from '../catalog/schema/primitives.ts';

const idToSlug = z.record(z.string(), slug);

/** Other catalogs' and providers' ids of models → our slugs. */
export const identifiersShape = z
  .strictObject({
    modelsDev: idToSlug.describe('models.dev'),
    openRouter: idToSlug.describe('OpenRouter'),
    llmStats: idToSlug.describe('LLMStats'),
    huggingFace: idToSlug.describe('Hugging Face repository'),
    providers: z
      .record(slug, idToSlug)
      .describe('by provider: what goes into the request there, dated snapshots included'),
  })
  .meta({ id: 'Identifiers' });

export type Identifiers = Readonly<z.infer<typeof identifiersShape>>;

export function identifiers({ models }: Catalog): Identifiers {
  const all = [...models.values()];
  const index = (idsOf: (model: Model) => readonly string[]): Record<string, string> =>
    sortedRecord(all.flatMap((model) => idsOf(model).map((id) => [id, model.slug] as const)));
  const served = all.flatMap((model) => servedIds(model));
  const providers = [...new Set(served.map(({ provider }) => provider))].toSorted(compareText);
  return {
    modelsDev: index((model) => model.identifiers?.modelsDev ?? []),
    openRouter: index((model) => model.identifiers?.openRouter ?? []),
    llmStats: index((model) => model.identifiers?.llmStats ?? []),
    huggingFace: index((model) => huggingFaceIds(model)),
    providers: Object.fromEntries(
      providers.map((provider) => [
        provider,
        sortedRecord(
          served
            .filter((entry) => entry.provider === provider)
            .map(({ id, model }) => [id, model] as const),
        ),
      ]),
    ),
  };
}

const sortedRecord = (pairs: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(pairs.toSorted(([one], [other]) => compareText(one, other)));

function servedIds({ slug, provider, api, offers = [] }: Model) {
  const own = api ? [api.id, ...(api.snapshots ?? [])] : [];
  return [
    ...own.map((id) => ({ provider, id, model: slug })),
    ...offers.map((offer) => ({ provider: offer.provider, id: offer.id, model: slug })),
  ];
}

function huggingFaceIds({ specs }: Model): readonly string[] {
  const repository = /^https:\/\/huggingface\.co\/([^/]+\/[^/]+)$/.exec(specs.weights ?? '')?.[1];
  return repository ? [repository] : [];
}
