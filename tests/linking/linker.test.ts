import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { createLinker } from '../../src/linking/linker.ts';
import type { CatalogDocument } from '../../src/shapes/catalog-document.ts';
import { namedCatalog } from './named-catalog.ts';

const link = createLinker(namedCatalog);
const slugs = (title: string, source?: string): readonly string[] =>
  link({ title, source })
    .map(({ slug }) => slug)
    .toSorted();

describe('a version is told from its neighbours', () => {
  test.each([
    ['GPT-4o is cheaper', ['gpt-4o']],
    ['GPT-4 is older', ['gpt-4']],
    ['o1-mini is small', ['o1-mini']],
    ['Command R+ on our own documents', ['command-r-plus']],
    ['Command R Plus on our own documents, by Cohere', ['command-r-plus']],
    ['Cohere’s Command R on our own documents', ['command-r']],
    ['Claude 3.5 Sonnet writes tests', ['claude-3-5-sonnet']],
    ['Claude 3 Sonnet writes tests', ['claude-3-sonnet']],
    ['Llama 3.2 11B Vision reads charts', ['llama-3-2-11b-vision-instruct']],
    ['GLM-4.5V sees, GLM-4.5 does not', ['glm-4-5', 'glm-4-5v']],
    ['gpt-4-turbo against gpt-4', ['gpt-4', 'gpt-4-turbo']],
    ['DeepSeek-R1-Distill-Llama-70B at home', ['deepseek-r1-distill-llama-70b']],
    ['Llama 3.1 Nemotron 70B', ['llama-3-1-nemotron-70b-instruct']],
    ['Qwen3-235B-A22B', ['qwen3-235b-a22b']],
    ['Qwen3-235B-A22B-Thinking-2507', ['qwen3-235b-a22b-thinking-2507']],
  ])('%s', (title, expected) => {
    expect(slugs(title)).toEqual(expected);
  });
});

describe('a name is found however it is written', () => {
  test.each([
    ['gpt-4o’s price', ['gpt-4o']],
    ["gpt-4o's price", ['gpt-4o']],
    ['GPT\u20114o', ['gpt-4o']],
    ['GPT\u20134o', ['gpt-4o']],
    ['GPT\u00a04o', ['gpt-4o']],
    ['GPT-\u200b4o', ['gpt-4o']],
    ['ＧＰＴ-4o', ['gpt-4o']],
    ['gpt 4o', ['gpt-4o']],
    ['gpt4o', ['gpt-4o']],
    ['GPT_4O', ['gpt-4o']],
    ['two GPT-4s talk', ['gpt-4']],
    ['(GPT-5)', ['gpt-5']],
    ['GPT-5—a year later', ['gpt-5']],
    ['gpt-4o-2024-08-06', ['gpt-4o']],
    ['openai/gpt-4o', ['gpt-4o']],
    ['OpenAI o1', ['o1']],
    ['OpenAI o1 Pro', ['o1-pro']],
    ['Opus 4.6', ['claude-opus-4-6']],
    ['Sonnet 3.7', ['claude-3-7-sonnet']],
    ['Claude Sonnet 3.7', ['claude-3-7-sonnet']],
    ['Claude 4 Sonnet', ['claude-sonnet-4']],
    ['claude opus 4-6', ['claude-opus-4-6']],
    ['claude-3-5-sonnet-20241022', ['claude-3-5-sonnet']],
    ['Gemini Pro 2.5', ['gemini-2-5-pro']],
    ['Gemini 3.0 Pro', ['gemini-3-pro-preview']],
    ['Codex 5.3 by OpenAI, a GPT', ['gpt-5-3-codex']],
    ['DeepSeekV3', ['deepseek-v3']],
    ['Llama3.1 8b', ['llama-3-1-8b-instruct']],
    ['meta-llama/Meta-Llama-3.1-8B-Instruct-GGUF', ['llama-3-1-8b-instruct']],
    ['llama3.1:8b', ['llama-3-1-8b-instruct']],
    ['Qwen coder 32B', ['qwen2-5-coder-32b-instruct']],
    ['Mistral-Large-Instruct-2407', ['mistral-large-2']],
    ['Mistral releases 8x22B', ['mixtral-8x22b-instruct']],
    ['a GPT-4-level model', ['gpt-4']],
  ])('%s', (title, expected) => {
    expect(slugs(title)).toEqual(expected);
  });
});

describe('a list that leaves out the name is read on', () => {
  test.each([
    ['GPT-4.1, Mini and Nano', ['gpt-4-1', 'gpt-4-1-mini', 'gpt-4-1-nano']],
    ['DeepSeek-R1/V3', ['deepseek-r1', 'deepseek-v3']],
    ['Qwen3 4B and 8B', ['qwen3-4b', 'qwen3-8b']],
    ['Claude 3.5 Sonnet and Haiku', ['claude-3-5-haiku', 'claude-3-5-sonnet']],
    [
      'Gemini 2.5 Pro, Flash and Flash-Lite',
      ['gemini-2-5-flash', 'gemini-2-5-flash-lite', 'gemini-2-5-pro'],
    ],
    ['Llama 3.1 8B/405B', ['llama-3-1-405b-instruct', 'llama-3-1-8b-instruct']],
    ['Opus 4 and Sonnet 4', ['claude-opus-4', 'claude-sonnet-4']],
    ['o3 and o4-mini from OpenAI', ['o3', 'o4-mini']],
    ['GPT-4 and 5 other models', ['gpt-4']],
    ['GPT-5 and Codex', ['gpt-5']],
  ])('%s', (title, expected) => {
    expect(slugs(title)).toEqual(expected);
  });
});

describe('a version with several models is a series', () => {
  test.each([
    ['Qwen3 is out', ['qwen3-235b-a22b', 'qwen3-4b', 'qwen3-8b']],
    ['Claude 4 is out', ['claude-opus-4', 'claude-sonnet-4']],
    ['Llama 3 is out', ['llama-3-70b-instruct', 'llama-3-8b-instruct']],
    ['Gemma 3 is out', ['gemma-3-27b-it', 'gemma-3-4b-it']],
    ['gpt-oss is out', ['gpt-oss-120b', 'gpt-oss-20b']],
  ])('%s', (title, expected) => {
    expect(slugs(title)).toEqual(expected);
    expect(link({ title }).map(({ level }) => level)).toEqual(expected.map(() => 'series'));
  });

  test('one with a single model is that model', () => {
    expect(link({ title: 'Llama 3.3 is out' })).toMatchObject([
      { slug: 'llama-3-3-70b-instruct', level: 'model' },
    ]);
  });
});

describe('words that mean other things need company', () => {
  test.each([
    'Haiku R1/beta2 has been released',
    'A haiku a day',
    'Opus 1.5 gets better at low bitrates',
    'Sonnet 4 and other poems by Shakespeare',
    'A supernova and Nova Pro, the car',
    'How to grok recursion',
    'Phi 4 and the golden ratio',
    'scalar: a small protocol, inspired by Gemini',
    'Gemini 3 splashes down',
    'Which command a shell runs, and command r',
    'Titan sinks',
    'OpenStack Nova on Amazon’s machines, an AI tool',
    'A Titan of industry at Amazon',
    'The problem with O(1) freeze',
    'An O1 visa for founders',
    'Manifest V3 is deceitful',
    'R1 is a road',
    'How Claude Shannon invented the future',
    'Claude Monet in Giverny',
    'Xeon Phi in your cluster',
    'Llamas and alpacas',
    'C++ 4 and R 4.1',
  ])('%s', (title) => {
    expect(slugs(title)).toEqual([]);
  });

  test.each([
    ['Anthropic’s Haiku 4.5 writes a haiku', undefined, ['claude-haiku-4-5']],
    ['Amazon Nova Pro in Bedrock', undefined, ['nova-pro']],
    ['R1 is cheaper', 'smol-ai/ainews', ['deepseek-r1']],
    ['Amazon’s Nova in Bedrock', undefined, ['nova-pro']],
    ['DeepSeek’s R1 is cheaper', undefined, ['deepseek-r1']],
    ['Command A by Cohere', undefined, ['command-a']],
    ['Sonnet 4 by Anthropic', undefined, ['claude-sonnet-4']],
    ['Nano Banana', 'AIJobs', ['gemini-2-5-flash-image']],
    ['Gemini Nano Banana', undefined, ['gemini-2-5-flash-image']],
    ['1M context for Opus 4.6 and Sonnet 4.6', undefined, ['claude-opus-4-6', 'claude-sonnet-4-6']],
  ])('%s, from %s', (title, source, expected) => {
    expect(slugs(title, source)).toEqual(expected);
  });
});

describe('what holds a name but is something else links nothing', () => {
  test.each([
    'Claude Code in our monorepo',
    'Mistral AI releases Forge',
    'ChatGPT summaries of visits',
    'GitHub Copilot and Microsoft Copilot',
    'llama.cpp gets faster',
    'LlamaIndex with an LLM',
    'r/LocalLLaMA on LLMs',
    'r/Claude on LLMs',
    'Gemini CLI against Claude Code, two LLM tools',
    'DeepSeek raises money for its LLM',
    'Memory-R1, an LLM with DeepSeek ideas in it',
    'Llama3-RankRAG outperforms other LLMs',
    'GPT-5 Ultra, a model nobody has',
    'Llama 2 13B, an LLM of another version',
    'Qwen3 1.7B, an LLM of another size',
    'Claude 9 will be an LLM',
    'GPT embedding spaces',
    'GPT-3 tells a patient',
  ])('%s', (title) => {
    expect(slugs(title).filter((slug) => !slug.startsWith('deepseek'))).toEqual([]);
  });

  test('a model beside a product is linked still', () => {
    expect(slugs('Claude Code with Opus 4.6')).toEqual(['claude-opus-4-6']);
  });
});

test('a link says which words made it, how surely and why', () => {
  expect(link({ title: 'Opus 4.6 and GPT‑4o at OpenAI', text: 'o1 too.' })).toMatchInlineSnapshot(`
    [
      {
        "confidence": 0.98,
        "level": "model",
        "reason": "“GPT‑4o” is a name of GPT-4o; it needs no company.",
        "slug": "gpt-4o",
        "words": "GPT‑4o",
      },
      {
        "confidence": 0.95,
        "level": "model",
        "reason": "“Opus 4.6” is a way to write Claude Opus 4.6; it needs no company.",
        "slug": "claude-opus-4-6",
        "words": "Opus 4.6",
      },
      {
        "confidence": 0.88,
        "level": "model",
        "reason": "“o1” is a name of o1; its maker, openai, is named.",
        "slug": "o1",
        "words": "o1",
      },
    ]
  `);
});

test('the end of a title and the start of a text make no name together', () => {
  const item = { title: 'About Cohere’s Command', text: 'R is another language' };
  expect(new Set(link(item).map(({ words }) => words))).toEqual(new Set(['Command']));
});

test('a bracket that opens in the words closes in them', () => {
  expect(link({ title: 'GPT-4.1 (mini) is out' })).toMatchObject([{ words: 'GPT-4.1 (mini)' }]);
});

test('the surest mention of a model is kept', () => {
  expect(link({ title: 'OpenAI’s 4o', text: 'GPT-4o' })).toMatchObject([
    { slug: 'gpt-4o', words: 'GPT-4o' },
  ]);
});

test('a published catalog makes the same links as a loaded one', async () => {
  const text = readFileSync(join(inject('realSite'), 'api/v1/catalog.json'), 'utf8');
  const { data: published }: { data: CatalogDocument } = JSON.parse(text);
  const loaded = await loadCatalog({ contentDir: 'content', day: published.day });
  const item = {
    title: 'Claude Opus 4.6, gpt-4o-2024-08-06, GPT-4.1 and Mini, Qwen3, and Google’s Gemini',
    text: 'Amazon’s Nova, R1 by DeepSeek, claude-3-5-sonnet-20241022',
  };
  const links = createLinker(loaded)(item);
  expect(links.length).toBeGreaterThan(10);
  expect(createLinker(published)(item)).toEqual(links);
});
