import type { Coverable } from '../catalog/rules/coverage.ts';
import type { confidences } from '../catalog/schema/confidence.ts';
import type { capabilities, modalities } from '../catalog/schema/model.ts';
import type { quickstartLanguages, quickstartVariants } from '../catalog/schema/protocol.ts';
import type { providerKinds } from '../catalog/schema/provider.ts';

type Label<Key extends readonly string[]> = Readonly<Record<Key[number], string>>;

export const modalityLabels: Label<typeof modalities> = {
  text: 'text',
  image: 'images',
  audio: 'audio',
  video: 'video',
  pdf: 'PDF',
  embedding: 'embeddings',
};

export const capabilityLabels: Label<typeof capabilities> = {
  reasoning: 'Reasoning',
  toolCalling: 'Tool calling',
  structuredOutput: 'Structured output',
  temperature: 'Temperature',
  fineTuning: 'Fine-tuning',
  promptCaching: 'Prompt caching',
  batch: 'Batch requests',
};

export const languageLabels: Label<typeof quickstartLanguages> = {
  curl: 'curl',
  python: 'Python',
  typescript: 'TypeScript',
};

export const variantLabels: Label<typeof quickstartVariants> = {
  basic: 'The smallest request',
  streaming: 'Streaming',
  image: 'An image as input',
  toolCall: 'A tool call',
};

export const kindLabels: Label<typeof providerKinds> = {
  maker: 'Maker',
  cloud: 'Cloud',
  host: 'Host',
  router: 'Router',
};

/** What each confidence means to a reader. */
export const confidenceLabels: Label<typeof confidences> = {
  maker: 'the maker’s own text',
  agreed: 'independent sources agree',
  reported: 'reported by others only',
};

export const factLabels: Readonly<Record<Coverable, string>> = {
  releaseDate: 'release date',
  knowledgeCutoff: 'knowledge cutoff',
  lifecycle: 'life cycle',
  specs: 'specifications',
  'specs.contextWindow': 'context window',
  'specs.maxInput': 'input limit',
  'specs.maxOutput': 'output limit',
  'specs.modalities': 'modalities',
  'specs.size': 'size',
  'specs.trainingTokens': 'training tokens',
  'specs.openWeights': 'open weights',
  'specs.license': 'licence',
  'specs.weights': 'weights',
  capabilities: 'capabilities',
  api: 'API',
};

/** A list as English has it: "a", "a and b", "a, b and c". */
export const inWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A count with its noun: "1 model", "3 models". */
export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : nouns}`;
