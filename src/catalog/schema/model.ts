import { z } from 'zod';
import { confidence } from './confidence.ts';
import { price, rates } from './price.ts';
import {
  contextTokens,
  day,
  dayOrMonth,
  identifier,
  name,
  sentence,
  slug,
  tokens,
  webUrl,
} from './primitives.ts';

export const modalities = ['text', 'image', 'audio', 'video', 'pdf', 'embedding'] as const;
const modality = z.enum(modalities);

export const capabilities = [
  'reasoning',
  'toolCalling',
  'structuredOutput',
  'temperature',
  'fineTuning',
  'promptCaching',
  'batch',
] as const;

/** The sections of a model file that a source can cover. A part, `specs.size`, is more exact than its whole. */
export const coverable = [
  'releaseDate',
  'knowledgeCutoff',
  'lifecycle',
  'specs',
  'specs.contextWindow',
  'specs.maxInput',
  'specs.maxOutput',
  'specs.modalities',
  'specs.size',
  'specs.trainingTokens',
  'specs.openWeights',
  'specs.license',
  'specs.weights',
  'capabilities',
  'api',
] as const;

const offer = z.strictObject({
  provider: slug,
  id: identifier.describe('what goes into the request at this provider'),
  contextWindow: contextTokens.optional().describe('tokens, where it differs from the model’s own'),
  maxOutput: tokens.optional().describe('tokens, where it differs from the model’s own'),
  pricing: z.strictObject(rates).optional(),
  source: webUrl,
  checked: day,
});

const score = z.strictObject({
  benchmark: slug,
  score: z.number().describe('in the benchmark’s own unit'),
  variant: sentence(1, 80)
    .optional()
    .describe('the conditions: shots, attempts, thinking, tools, as the source words them'),
  dataset: sentence(1, 80).optional().describe('the part or version of the benchmark that was run'),
  harness: sentence(1, 80).optional().describe('the program that drove the model'),
  effort: sentence(1, 40).optional().describe('the reasoning effort that was set'),
  snapshot: identifier
    .optional()
    .describe('the dated version that was measured, where the source names it'),
  reportedBy: sentence(1, 60).describe('`maker`, or the name of who ran it'),
  source: webUrl,
  via: slug.optional().describe('the data set that we took the figure from'),
  date: dayOrMonth.optional(),
});

const source = z.strictObject({
  url: webUrl,
  covers: z.array(z.enum(coverable)).min(1),
  checked: day,
  confidence,
  note: sentence(3, 240).optional().describe('what the source leaves open, or how sure it is'),
});

/** A model file, as a person writes it: `content/models/<slug>.yaml`. */
export const modelSchema = z.strictObject({
  name,
  provider: slug.describe('the maker: the file name of an organisation in content/providers'),
  family: slug.optional().describe('the line of models that it belongs to'),
  description: sentence(40, 300).describe('our own words, without praise'),
  releaseDate: dayOrMonth
    .optional()
    .describe('the first day on which others than the maker could use it'),
  knowledgeCutoff: dayOrMonth.optional().describe('the end of what its training data knows'),
  stage: z.enum(['announced', 'preview', 'general']),
  lifecycle: z
    .strictObject({
      deprecationDate: day.optional().describe('the day the maker announced the end'),
      retirementDate: z
        .strictObject({
          date: day,
          certainty: z
            .enum(['announced', 'notBefore'])
            .describe(
              'announced: from that day on its maker serves it no more; notBefore: it serves it at least until then',
            ),
        })
        .optional(),
      replacement: slug.optional().describe('the model that the maker names as successor'),
    })
    .optional()
    .describe('only what somebody announced'),
  specs: z.strictObject({
    contextWindow: contextTokens.optional().describe('tokens, input and output together'),
    maxInput: contextTokens.optional().describe('tokens, where the input has a limit of its own'),
    maxOutput: tokens.optional().describe('tokens'),
    modalities: z
      .strictObject({ input: z.array(modality).min(1), output: z.array(modality).min(1) })
      .optional(),
    size: z
      .strictObject({
        total: z.number().min(1e6).max(1e14).describe('parameters'),
        active: z
          .number()
          .min(1e6)
          .max(1e14)
          .optional()
          .describe('parameters used for one token, for a mixture of experts'),
      })
      .optional()
      .describe('absent where undisclosed'),
    trainingTokens: z.number().min(1e8).max(1e15).optional().describe('tokens it was trained on'),
    openWeights: z.boolean(),
    license: sentence(2, 80)
      .optional()
      .describe('SPDX identifier where there is one, else the licence’s name, or proprietary'),
    weights: webUrl.optional().describe('where the weights can be fetched'),
  }),
  capabilities: z.array(z.enum(capabilities)).optional().describe('what a source says it can do'),
  pricing: z.array(price).min(1).optional().describe('the maker’s list price, newest last'),
  api: z
    .strictObject({
      id: identifier.describe('what goes into the request at the maker'),
      snapshots: z
        .array(identifier)
        .min(1)
        .optional()
        .describe('dated versions that can be asked for, oldest first'),
      protocol: slug
        .optional()
        .describe('how it is called: the file name of a protocol in content/protocols'),
      streamOnly: z
        .literal(true)
        .optional()
        .describe('the maker answers as a stream alone, so no other code is shown'),
      noQuickstart: sentence(20, 200)
        .optional()
        .describe('why no code here calls it, by its maker or anybody, though an API serves it'),
    })
    .optional()
    .describe('absent where the maker serves it through no API'),
  offers: z.array(offer).min(1).optional().describe('who else serves it'),
  benchmarks: z.array(score).min(1).optional(),
  aliases: z.array(slug).min(1).optional().describe('older or other slugs; each redirects'),
  mentions: z.array(name).min(1).optional().describe('other ways that people write the name'),
  identifiers: z
    .strictObject({
      modelsDev: z.array(identifier).min(1).optional(),
      openRouter: z.array(identifier).min(1).optional(),
      llmStats: z.array(identifier).min(1).optional(),
    })
    .optional()
    .describe('what other catalogs call it'),
  links: z
    .strictObject({
      announcement: webUrl.optional(),
      docs: webUrl.optional(),
      modelCard: webUrl.optional(),
      paper: webUrl.optional(),
      repository: webUrl.optional(),
    })
    .optional(),
  sources: z.array(source).min(1),
});

export type AuthoredModel = z.infer<typeof modelSchema>;
