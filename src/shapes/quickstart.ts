import { z } from 'zod';
import type { Quickstart } from '../catalog/quickstarts/quickstarts.ts';
import { day, identifier, slug, webUrl } from '../catalog/schema/primitives.ts';
import { quickstartLanguages, quickstartVariants } from '../catalog/schema/protocol.ts';

/** Code that calls a model, and what was proven of it. */
export const quickstartShape = z
  .strictObject({
    provider: slug.describe('id of the provider that is called; local: the reader’s own machine'),
    protocol: slug.describe('how it is called'),
    id: identifier.describe('what the provider calls the model'),
    language: z.enum(quickstartLanguages),
    variant: z
      .enum(quickstartVariants)
      .describe('the first provider’s in all that the model can do, the others’ basic alone'),
    sdk: z.string().describe('the package that it uses, or curl'),
    sdkVersion: z.string().optional().describe('the version it was written for'),
    code: z.string().describe('complete: it runs with its variables set and its SDK installed'),
    variables: z.array(z.string()).describe('environment variables to set, the key’s last'),
    keyPage: webUrl.optional().describe('where a key is to be had'),
    verified: z
      .strictObject({
        on: day,
        schema: z
          .string()
          .describe('whose types the request body fits: a package, or its documentation'),
      })
      .optional()
      .describe('it was run against a provider that was played; no model was asked'),
  })
  .meta({ id: 'Quickstart' });

export type QuickstartDocument = Readonly<z.infer<typeof quickstartShape>>;

export const quickstartDocument = (quickstart: Quickstart): QuickstartDocument => ({
  ...quickstart,
  variables: [...quickstart.variables],
});

/** What a snippet's file ends with, by language. */
export const quickstartEndings = { curl: 'sh', python: 'py', typescript: 'ts' } as const;
