import { z } from 'zod';
import { day, name, sentence, slug, webUrl } from './primitives.ts';
import { variableName } from './protocol.ts';

export const providerKinds = ['maker', 'cloud', 'host', 'router'] as const;

/** An organisation that makes models, serves them, or both: `content/providers/<id>.yaml`. */
export const providerSchema = z.strictObject({
  name,
  kinds: z
    .array(z.enum(providerKinds))
    .min(1)
    .describe(
      'maker: trains models; cloud: rents machines and models; host: runs others’ models; router: passes requests on',
    ),
  description: sentence(30, 300),
  monogram: z
    .string()
    .regex(/^[A-Z0-9][A-Za-z0-9]{0,2}$/)
    .describe('one to three letters, shown beside the name'),
  hue: z.int().min(0).max(359).describe('the tint of the monogram, degrees on the colour wheel'),
  website: webUrl,
  docs: webUrl.optional().describe('where the API is documented'),
  pricingPage: webUrl.optional().describe('where the list prices stand'),
  api: z
    .strictObject({
      baseUrl: webUrl.optional(),
      keyVariable: variableName
        .optional()
        .describe('the environment variable that its tools read the key from'),
      protocols: z
        .array(slug)
        .min(1)
        .optional()
        .describe(
          'how it is called, one for each task: files in content/protocols. Of a host, these give its quickstarts',
        ),
    })
    .optional(),
  sources: z
    .array(z.strictObject({ url: webUrl, checked: day }))
    .min(1)
    .describe('where the facts above come from'),
});

export type AuthoredProvider = z.infer<typeof providerSchema>;
