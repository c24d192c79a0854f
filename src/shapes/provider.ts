import { z } from 'zod';
import type { Catalog, Offer, Provider } from '../catalog/catalog.ts';
import { knownModel } from '../catalog/lookup.ts';
import { modelSchema } from '../catalog/schema/model.ts';
import { slug } from '../catalog/schema/primitives.ts';
import { providerSchema } from '../catalog/schema/provider.ts';
import { modelSummary, modelSummaryShape } from './model-summary.ts';

/** An organisation, without its models. */
export const providerSummaryShape = z
  .strictObject({
    id: slug,
    ...providerSchema.shape,
    modelCount: z.int().min(0).describe('models that it makes'),
    servedCount: z.int().min(0).describe('models of others that it serves'),
  })
  .meta({ id: 'ProviderSummary' });

/** An organisation with the models that it makes and those that it serves. */
export const providerShape = z
  .strictObject({
    ...providerSummaryShape.shape,
    models: z.array(modelSummaryShape).describe('made by it, newest first'),
    serves: z
      .array(
        z.strictObject({
          model: slug,
          name: z.string(),
          ...modelSchema.shape.offers.unwrap().element.omit({ provider: true }).shape,
        }),
      )
      .describe('made by others, newest first'),
    path: z.string().describe('its file in the repository'),
  })
  .meta({ id: 'Provider' });

export type ProviderSummary = Readonly<z.infer<typeof providerSummaryShape>>;
export type ProviderDocument = Readonly<z.infer<typeof providerShape>>;

export function providerSummary(provider: Provider): ProviderSummary {
  const { models, serves, path: _path, drawing: _drawing, ...facts } = provider;
  return { ...facts, modelCount: models.length, servedCount: serves.length };
}

export function providerDocument(catalog: Catalog, provider: Provider): ProviderDocument {
  return {
    ...providerSummary(provider),
    models: provider.models.map((slug) => modelSummary(catalog, knownModel(catalog, slug))),
    serves: provider.serves.flatMap((slug) => offersOf(catalog, slug, provider.id)),
    path: provider.path,
  };
}

function offersOf(catalog: Catalog, slug: string, provider: string) {
  const { name, offers = [] } = knownModel(catalog, slug);
  return offers
    .filter((offer: Offer) => offer.provider === provider)
    .map(({ provider: _, ...offer }) => ({ model: slug, name, ...offer }));
}
