import { describe, expect, test } from 'vitest';
import { createLinker } from '../../src/linking/linker.ts';
import { named, namedCatalog } from './named-catalog.ts';

/** Names that get into each other’s way. */
const models = [
  named('Gemini 2.5 Pro', 'google', { releaseDate: '2025-06-17' }),
  named('Gemini 2.5 Pro Preview 06-05', 'google', { releaseDate: '2025-06-05' }),
  named('Gemini 2.0 Flash', 'google', { releaseDate: '2025-02-05' }),
  named('Gemini 2.0 Flash Experimental', 'google', {
    slug: 'gemini-2-0-flash-exp',
    releaseDate: '2024-12-11',
    mentions: ['gemini-2.0-flash-exp'],
  }),
  named('Gemini 4 Carbon', 'google', { releaseDate: '2026-03-01' }),
  named('o1', 'openai', { releaseDate: '2024-12-05' }),
  named('o1-preview', 'openai', { releaseDate: '2024-09-12' }),
  named('GPT-6 Sol', 'openai', { releaseDate: '2026-03-01' }),
  named('text-embedding-005', 'google'),
  named('DeepSeek-V3.2', 'deepseek', { family: 'deepseek-v3', releaseDate: '2025-12-01' }),
  named('DeepSeek-V3.2-Exp', 'deepseek', { family: 'deepseek-v3', releaseDate: '2025-09-29' }),
  named('DeepSeek-V3', 'deepseek', { family: 'deepseek-v3', releaseDate: '2024-12-25' }),
  named('DeepSeek-V3-0324', 'deepseek', { family: 'deepseek-v3', releaseDate: '2025-03-24' }),
  named('Mistral Large 3', 'mistral', { family: 'mistral-large' }),
  named('Mistral Medium 3', 'mistral', { family: 'mistral-medium' }),
  named('Mistral Small 3', 'mistral', { family: 'mistral-small' }),
  named('Mistral Small 3 Base', 'mistral', { family: 'mistral-small' }),
  named('Mistral Nemotron', 'mistral', { family: 'mistral-nemotron' }),
  named('Nemotron Nano 9B', 'nvidia', { family: 'nemotron' }),
  named('Code Llama 7B', 'meta', { releaseDate: '2023-08-24' }),
  named('Code Llama 34B', 'meta', { releaseDate: '2023-08-24' }),
  named('Code Llama 70B', 'meta', { releaseDate: '2024-01-29' }),
  named('Step 3', 'stepfun', { family: 'step' }),
  named('Yi-Large', '01-ai', { family: 'yi' }),
  named('Ring-1T', 'inclusionai', { family: 'ring' }),
  named('Reka Flash 3', 'rekaai', { family: 'reka' }),
  named('Sonar Deep Research', 'perplexity', { mentions: ['Perplexity Deep Research'] }),
];
const providers = [
  ...namedCatalog.providers.values(),
  { id: 'stepfun', name: 'StepFun' },
  { id: '01-ai', name: '01.AI' },
  { id: 'inclusionai', name: 'inclusionAI' },
  { id: 'rekaai', name: 'Reka AI' },
  { id: 'perplexity', name: 'Perplexity' },
];
const link = createLinker({ day: '2026-11-22', models, providers });
const slugs = (title: string, publishedAt?: string): readonly string[] =>
  link({ title, publishedAt })
    .map(({ slug }) => slug)
    .toSorted();

describe('a preview with a file of its own', () => {
  test.each([
    ['Gemini 2.5 Pro (06-05) is out', ['gemini-2-5-pro']],
    ['gemini-2.5-pro-preview-06-05 is out', ['gemini-2-5-pro']],
    ['Gemini 2.0 Flash Experimental is out', ['gemini-2-0-flash']],
    ['gemini-2.0-flash-exp is out', ['gemini-2-0-flash']],
  ])('is its model: %s', (title, expected) => {
    expect(slugs(title)).toEqual(expected);
  });

  test.each([
    ['o1-preview is out', ['o1-preview']],
    ['OpenAI’s o1 is out', ['o1']],
    ['DeepSeek-V3.2-Exp is out', ['deepseek-v3-2-exp']],
    ['DeepSeek-V3-0324 is out', ['deepseek-v3-0324']],
  ])('that came before its model, or has a day and no stage, is itself: %s', (title, expected) => {
    expect(slugs(title)).toEqual(expected);
  });
});

describe('a line’s name alone', () => {
  test('means no model that is of another line too', () => {
    expect(slugs('Mistral, an open LLM')).toEqual([
      'mistral-large-3',
      'mistral-medium-3',
      'mistral-small-3',
    ]);
    expect(slugs('Mistral Nemotron, an LLM')).toEqual(['mistral-nemotron']);
  });

  test('means the company where something is done with it or it does something', () => {
    expect(slugs('Emmi joins Mistral to train an LLM')).toEqual([]);
    expect(slugs('Reka hires a head of LLM research')).toEqual([]);
  });

  test('before the word for another use is another thing', () => {
    expect(slugs('Mistral OCR reads what an LLM cannot')).toEqual([]);
  });

  test('beside a model that the catalog lacks is short for that', () => {
    expect(slugs('Yi LLMs get better')).toEqual(['yi-large']);
    expect(slugs('Yi LLMs get better, Yi-34B most')).toEqual([]);
  });

  test.each([
    ['2023-12-01', ['code-llama-34b', 'code-llama-7b']],
    ['2026-11-22', ['code-llama-70b']],
    ['2020-01-01', ['code-llama-34b', 'code-llama-7b']],
  ])('means all sizes of its newest release on %s', (publishedAt, expected) => {
    expect(slugs('Meta’s Code Llama', publishedAt)).toEqual(expected);
  });
});

describe('words of every day', () => {
  test.each([
    'OpenAI does Deep Research, an LLM tool',
    'Plans for credential generation and embedding, an AI project',
    'Google’s Carbon language compiles AI code',
    'Google cuts the carbon of Gemini 9',
    'Step 3: fine-tune your LLM',
    'Medium 3 stories about an LLM',
    'Amazon’s Ring adds an AI search',
    'One ring for every LLM',
  ])('are no names: %s', (title) => {
    expect(slugs(title)).toEqual([]);
  });

  test.each([
    ['Perplexity Deep Research, an LLM tool', ['sonar-deep-research']],
    ['Gemini 4: what Carbon can do', ['gemini-4-carbon']],
    ['StepFun’s Step 3', ['step-3']],
    ['Mistral’s Medium 3', ['mistral-medium-3']],
    ['Ring-1T, an open LLM', ['ring-1t']],
  ])('are names beside their line or maker: %s', (title, expected) => {
    expect(slugs(title)).toEqual(expected);
  });
});

test('a version means the model, not the one that it was trained from', () => {
  expect(slugs('Mistral Small 3')).toEqual(['mistral-small-3']);
});
