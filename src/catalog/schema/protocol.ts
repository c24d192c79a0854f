import { z } from 'zod';
import { day, name, sentence, slug, webUrl } from './primitives.ts';

export const quickstartLanguages = ['curl', 'python', 'typescript'] as const;
export const quickstartVariants = ['basic', 'streaming', 'image', 'toolCall'] as const;

/** What a model is asked for, which decides the request that fits it. */
export const tasks = ['chat', 'embedding', 'speech', 'transcription'] as const;

/** What a template may name; each stands in it as `{{name}}`. */
export const placeholders = [
  'model',
  'modelInPath',
  'baseUrl',
  'keyVariable',
  'client',
  'imports',
  'image',
  'audio',
] as const;

/** An environment variable. */
export const variableName = z.string().regex(/^[A-Z][A-Z0-9_]*$/);

const template = z
  .string()
  .min(1)
  .describe(
    `code as the reader gets it, with ${placeholders.map((one) => `{{${one}}}`).join(', ')}`,
  );

const byLanguage = z.strictObject({
  curl: template.optional(),
  python: template.optional(),
  typescript: template.optional(),
});

const release = {
  package: z.string().regex(/^(?:@[a-z0-9-]+\/)?[a-z0-9_-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
};

const baseUrl = z.string().regex(/^https?:\/\/[\w.$:/-]+[\w]$/);

const sdk = z.strictObject({
  ...release,
  baseUrl: baseUrl.optional().describe('where it calls another address than the provider’s'),
});

const proof = z.strictObject({
  on: day.describe('the day of the run'),
  cases: z
    .array(z.string().regex(/^[0-9a-f]{12}$/))
    .min(1)
    .describe('hashes of what was run: code, SDK, schema and address'),
});

const path = z.string().regex(/^\/[\w./:?={}-]+$/);

/** How a family of APIs is called, and the code that does it: `content/protocols/<id>.yaml`. */
export const protocolSchema = z.strictObject({
  name,
  description: sentence(30, 300),
  like: slug.optional().describe('the protocol whose every part holds here that is not stated'),
  task: z.enum(tasks).optional(),
  makers: z
    .array(slug)
    .min(1)
    .optional()
    .describe('the makers whose models can be called so; absent: anyone’s'),
  isLocal: z
    .literal(true)
    .optional()
    .describe('a program on the reader’s own machine, for open weights'),
  baseUrl: baseUrl
    .optional()
    .describe('without a slash at its end; $NAME is a variable. Absent: the provider’s own'),
  keyVariable: variableName
    .optional()
    .describe('the environment variable with the key. Absent: the provider’s own'),
  keyPage: webUrl.optional().describe('where a key is to be had'),
  docs: webUrl.optional(),
  request: z
    .strictObject({
      path: path.describe('below the base URL'),
      streamingPath: path.optional().describe('where a streamed answer has an address of its own'),
      authentication: z
        .strictObject({
          header: z.string().regex(/^[a-z-]+$/),
          scheme: z.literal('Bearer').optional().describe('what stands before the key'),
        })
        .optional()
        .describe('absent where no key is asked for'),
      headers: z
        .record(z.string().regex(/^[a-z-]+$/), z.string())
        .optional()
        .describe('further headers that the provider asks for'),
      body: z
        .strictObject({
          type: z.string().regex(/^[A-Z]\w+$/),
          package: release.package.optional(),
          version: release.version.optional(),
          isForm: z.literal(true).optional().describe('a form with a file, where others are JSON'),
        })
        .describe(
          'the type that the body must fit, in an npm package of the provider’s; without one, as its documentation has it',
        ),
    })
    .optional(),
  sdks: z
    .strictObject({ python: sdk, typescript: sdk })
    .optional()
    .describe('the official SDK by language, in the version that was run'),
  client: byLanguage.optional().describe('the expression that makes the SDK’s client'),
  imports: byLanguage.optional().describe('the lines that this expression needs first'),
  snippets: z
    .strictObject({
      basic: byLanguage.optional(),
      streaming: byLanguage.optional(),
      image: byLanguage.optional(),
      toolCall: byLanguage.optional(),
    })
    .optional(),
  sources: z.array(z.strictObject({ url: webUrl, checked: day })).min(1),
  proven: z
    .strictObject({
      curl: proof.optional(),
      python: proof.optional(),
      typescript: proof.optional(),
    })
    .optional()
    .describe('written by npm run quickstarts, never by hand'),
});

export type AuthoredProtocol = z.infer<typeof protocolSchema>;
