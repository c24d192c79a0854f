import type { z } from 'zod';
import { expectation } from '../src/catalog/expectation.ts';
import { benchmarkSchema } from '../src/catalog/schema/benchmark.ts';
import { confidence } from '../src/catalog/schema/confidence.ts';
import { modelSchema } from '../src/catalog/schema/model.ts';
import { isWebUrl, webUrl } from '../src/catalog/schema/primitives.ts';
import { providerKinds, providerSchema } from '../src/catalog/schema/provider.ts';
import { readers, sourceKinds, sourceSchema } from '../src/catalog/schema/source.ts';

/** One question, which is a flag too. */
export interface Question {
  /** `release-date`, as a flag `--release-date`. */
  readonly flag: string;
  readonly asks: string;
  /** What the answer must fit, after `read`. */
  readonly schema: z.ZodType;
  /** An answer is text; some fields are not. */
  readonly read?: (answer: string) => unknown;
  /** What an empty answer means; without it, the question must be answered. */
  readonly otherwise?: string;
}

export const newKinds = ['model', 'provider', 'benchmark', 'source'] as const;
export type NewKind = (typeof newKinds)[number];

const { specs } = modelSchema.shape;
const list = (answer: string): readonly string[] => answer.split(',').map((word) => word.trim());
const yes = (answer: string): unknown =>
  ({ yes: true, y: true, true: true, no: false, n: false, false: false })[answer.toLowerCase()] ??
  answer;

const name: Question = {
  flag: 'name',
  asks: 'Its name, as its owner writes it',
  schema: modelSchema.shape.name,
};
const foundAt: Question = {
  flag: 'source',
  asks: 'The page that says so (https://…)',
  schema: webUrl,
};

/** What must be known of a thing before a file of it can stand, by kind, in the order asked. */
export const questions: Readonly<Record<NewKind, readonly Question[]>> = {
  model: [
    name,
    {
      flag: 'provider',
      asks: 'Its maker: a file in content/providers',
      schema: modelSchema.shape.provider,
    },
    {
      flag: 'description',
      asks: 'What it is and what sets it apart, 40 to 300 characters, without praise',
      schema: modelSchema.shape.description,
    },
    {
      flag: 'stage',
      asks: 'announced, preview or general',
      schema: modelSchema.shape.stage,
      otherwise: 'general',
    },
    {
      flag: 'release-date',
      asks: 'First day that others could use it: 2024-05-13, or 2024-05 (empty: not known)',
      schema: modelSchema.shape.releaseDate.unwrap(),
      otherwise: '',
    },
    {
      flag: 'open-weights',
      asks: 'Can its weights be fetched? yes or no',
      schema: specs.shape.openWeights,
      read: yes,
    },
    {
      flag: 'context-window',
      asks: 'Context window in tokens (empty: not known)',
      schema: specs.shape.contextWindow,
      read: Number,
      otherwise: '',
    },
    {
      flag: 'api-id',
      asks: 'What goes into a request at its maker (empty: no API)',
      schema: modelSchema.shape.api.unwrap().shape.id,
      otherwise: '',
    },
    foundAt,
    {
      flag: 'confidence',
      asks: 'Is that page its maker’s own (maker), or another’s (reported)?',
      schema: confidence,
      otherwise: 'reported',
    },
  ],
  provider: [
    name,
    {
      flag: 'kinds',
      asks: `What it is, joined by commas: ${providerKinds.join(', ')}`,
      schema: providerSchema.shape.kinds,
      read: list,
    },
    {
      flag: 'description',
      asks: 'Who it is, 30 to 300 characters, without praise',
      schema: providerSchema.shape.description,
    },
    { flag: 'website', asks: 'Its website (https://…)', schema: webUrl },
    {
      flag: 'monogram',
      asks: 'One to three letters to show beside its name',
      schema: providerSchema.shape.monogram,
    },
    foundAt,
  ],
  benchmark: [
    name,
    {
      flag: 'description',
      asks: 'What it measures and how, 30 to 400 characters',
      schema: benchmarkSchema.shape.description,
    },
    { flag: 'unit', asks: 'percent, points, rating or index', schema: benchmarkSchema.shape.unit },
    {
      flag: 'min',
      asks: 'The lowest possible score',
      schema: benchmarkSchema.shape.range.shape.min,
      read: Number,
    },
    {
      flag: 'max',
      asks: 'The highest possible score',
      schema: benchmarkSchema.shape.range.shape.max,
      read: Number,
    },
    {
      flag: 'direction',
      asks: 'Which way is better: higher or lower',
      schema: benchmarkSchema.shape.direction,
      otherwise: 'higher',
    },
    foundAt,
  ],
  source: [
    name,
    {
      flag: 'kind',
      asks: `What its items are: ${sourceKinds.join(', ')}`,
      schema: sourceSchema.shape.kind,
    },
    {
      flag: 'reader',
      asks: `How it is read: ${readers.join(', ')}`,
      schema: sourceSchema.shape.reader,
    },
    {
      flag: 'address',
      asks: 'Its address, or the name of its board or repository',
      schema: sourceSchema.shape.address,
    },
    {
      flag: 'description',
      asks: 'What it is and who writes there, 30 to 300 characters',
      schema: sourceSchema.shape.description,
    },
    {
      flag: 'every',
      asks: 'How often it is read: 30m, 6h, 1d',
      schema: sourceSchema.shape.every,
      otherwise: '6h',
    },
    {
      flag: 'is-about-models',
      asks: 'Does a bare name such as Opus mean a model there? yes or no',
      schema: sourceSchema.shape.isAboutModels,
      read: yes,
    },
    foundAt,
  ],
};

/** What is wrong with an answer, in a sentence; nothing when it fits. */
export function faultOf({ schema, read, otherwise }: Question, answer: string): string | undefined {
  if (answer === '') return otherwise === undefined ? 'This must be answered.' : undefined;
  const result = schema.safeParse(read ? read(answer) : answer);
  if (result.success) return undefined;
  const [issue] = result.error.issues;
  if (read === yes) return 'Answer yes or no.';
  if (schema === webUrl && !isWebUrl(answer)) return `"${answer}" is no address on the web.`;
  if (issue?.code === 'custom') return `${issue.message} It takes ${issue.params?.['expected']}.`;
  return `"${answer}" does not fit. It takes ${limitOf(issue) ?? expectation(schema, [])}.`;
}

function limitOf(issue: z.core.$ZodIssue | undefined): string | undefined {
  if (issue?.code !== 'too_small' && issue?.code !== 'too_big') return undefined;
  const limit =
    issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  return issue.origin === 'string' ? `${limit} characters` : limit;
}
