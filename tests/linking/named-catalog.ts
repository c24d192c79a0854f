import type { NamedModel, NamedProvider } from '../../src/linking/named-model.ts';

/** Facts of a model that matter to the linker; the rest is plain. */
export const named = (
  name: string,
  provider: string,
  facts: Partial<NamedModel> = {},
): NamedModel => ({
  slug: name
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replace(/[^a-z\d]+/g, '-'),
  name,
  provider,
  status: 'active',
  releaseDate: '2025-06-01',
  ...facts,
});

const providers: readonly NamedProvider[] = [
  ['openai', 'OpenAI'],
  ['anthropic', 'Anthropic'],
  ['google', 'Google'],
  ['meta', 'Meta'],
  ['deepseek', 'DeepSeek'],
  ['alibaba', 'Alibaba'],
  ['mistral', 'Mistral AI'],
  ['cohere', 'Cohere'],
  ['microsoft', 'Microsoft'],
  ['amazon', 'Amazon'],
  ['xai', 'xAI'],
  ['nvidia', 'NVIDIA'],
  ['zhipuai', 'Zhipu AI'],
].map(([id = '', name = '']) => ({ id, name }));

const gpt = [
  named('GPT-4', 'openai', { releaseDate: '2023-03-14' }),
  named('GPT-4 Turbo', 'openai', { releaseDate: '2023-11-06' }),
  named('GPT-4o', 'openai', {
    mentions: ['gpt4o', '4o'],
    api: { id: 'gpt-4o', snapshots: ['gpt-4o-2024-08-06'] },
  }),
  named('GPT-4o mini', 'openai'),
  named('GPT-4.1', 'openai'),
  named('GPT-4.1 mini', 'openai'),
  named('GPT-4.1 nano', 'openai'),
  named('GPT-5', 'openai'),
  named('GPT-5.3-Codex', 'openai'),
  named('gpt-oss-20b', 'openai'),
  named('gpt-oss-120b', 'openai'),
  named('o1', 'openai', { mentions: ['OpenAI o1'] }),
  named('o1-mini', 'openai'),
  named('o1-pro', 'openai'),
  named('o3', 'openai'),
  named('o4-mini', 'openai'),
];

const claude = [
  named('Claude 3 Haiku', 'anthropic', {
    status: 'retired',
    releaseDate: '2024-03-13',
    family: 'claude-haiku',
  }),
  named('Claude 3 Sonnet', 'anthropic', {
    status: 'retired',
    releaseDate: '2024-03-04',
    family: 'claude-sonnet',
  }),
  named('Claude 3.5 Haiku', 'anthropic', {
    status: 'retired',
    releaseDate: '2024-11-04',
    family: 'claude-haiku',
  }),
  named('Claude 3.5 Sonnet', 'anthropic', {
    status: 'retired',
    releaseDate: '2024-06-20',
    family: 'claude-sonnet',
    aliases: ['claude-3-5-sonnet-20241022'],
  }),
  named('Claude 3.7 Sonnet', 'anthropic', {
    releaseDate: '2025-02-24',
    family: 'claude-sonnet',
    status: 'retired',
  }),
  named('Claude Opus 4', 'anthropic', { releaseDate: '2025-05-22', family: 'claude-opus' }),
  named('Claude Sonnet 4', 'anthropic', { releaseDate: '2025-05-22', family: 'claude-sonnet' }),
  named('Claude Opus 4.6', 'anthropic', { releaseDate: '2026-02-05', family: 'claude-opus' }),
  named('Claude Sonnet 4.6', 'anthropic', { releaseDate: '2026-02-17', family: 'claude-sonnet' }),
  named('Claude Haiku 4.5', 'anthropic', { releaseDate: '2025-10-15', family: 'claude-haiku' }),
  named('Claude Opus 5', 'anthropic', { releaseDate: '2026-07-24', family: 'claude-opus' }),
];

const others = [
  named('Gemini 1.5 Pro', 'google', { status: 'retired', releaseDate: '2024-02-15' }),
  named('Gemini 2.5 Pro', 'google', { releaseDate: '2025-06-17' }),
  named('Gemini 2.5 Flash', 'google', { releaseDate: '2025-06-17' }),
  named('Gemini 2.5 Flash-Lite', 'google', { releaseDate: '2025-07-22' }),
  named('Gemini 2.5 Flash Image', 'google', {
    mentions: ['Nano Banana'],
    releaseDate: '2025-08-26',
  }),
  named('Gemini 3 Pro Preview', 'google', { releaseDate: '2025-11-18', status: 'preview' }),
  named('Gemma 3 4B IT', 'google'),
  named('Gemma 3 27B IT', 'google'),
  named('Gemma 3n E4B IT', 'google'),
  named('Llama 3 8B Instruct', 'meta', { releaseDate: '2024-04-18' }),
  named('Llama 3 70B Instruct', 'meta', { releaseDate: '2024-04-18' }),
  named('Llama 3.1 8B Instruct', 'meta', { releaseDate: '2024-07-23' }),
  named('Llama 3.1 405B Instruct', 'meta', { releaseDate: '2024-07-23' }),
  named('Llama 3.2 1B Instruct', 'meta', { releaseDate: '2024-09-25' }),
  named('Llama 3.2 11B Vision Instruct', 'meta', { releaseDate: '2024-09-25' }),
  named('Llama 3.3 70B Instruct', 'meta', { releaseDate: '2024-12-06' }),
  named('Llama 3.1 Nemotron 70B Instruct', 'nvidia', { family: 'nemotron' }),
  named('DeepSeek-V3', 'deepseek', { family: 'deepseek-v3' }),
  named('DeepSeek-V3-0324', 'deepseek', { family: 'deepseek-v3' }),
  named('DeepSeek-R1', 'deepseek', { mentions: ['R1'], family: 'deepseek-r1' }),
  named('DeepSeek-R1-Distill-Llama-70B', 'deepseek', { family: 'deepseek-r1' }),
  named('Qwen3-4B', 'alibaba'),
  named('Qwen3-8B', 'alibaba'),
  named('Qwen3-235B-A22B', 'alibaba'),
  named('Qwen3-235B-A22B-Thinking-2507', 'alibaba'),
  named('Qwen2.5-Coder-32B-Instruct', 'alibaba'),
  named('Qwen3-Coder-480B-A35B-Instruct', 'alibaba'),
  named('Mistral Small 3', 'mistral', { family: 'mistral-small' }),
  named('Mistral Large 2', 'mistral', {
    family: 'mistral-large',
    mentions: ['Mistral Large 2407'],
  }),
  named('Mistral Large 3', 'mistral', { family: 'mistral-large' }),
  named('Mixtral 8x22B Instruct', 'mistral', { family: 'mixtral' }),
  named('Command', 'cohere', { family: 'command' }),
  named('Command R', 'cohere', { family: 'command-r' }),
  named('Command R+', 'cohere', {
    slug: 'command-r-plus',
    family: 'command-r',
    mentions: ['Command R Plus'],
  }),
  named('Command A', 'cohere', { family: 'command-a' }),
  named('Phi-4', 'microsoft', { family: 'phi-4' }),
  named('Phi-4-mini-instruct', 'microsoft', { family: 'phi-4' }),
  named('Amazon Nova Pro', 'amazon', { slug: 'nova-pro', family: 'nova' }),
  named('Amazon Titan Text Express', 'amazon', { slug: 'titan-text-express', family: 'titan' }),
  named('Grok 3', 'xai', { family: 'grok-3' }),
  named('Grok 4', 'xai', { family: 'grok-4' }),
  named('GLM-4.5', 'zhipuai'),
  named('GLM-4.5V', 'zhipuai'),
  named('GLM-4.5-Air', 'zhipuai'),
];

/** Real names, so that the ways people write them can be tested; the dates are near enough. */
export const namedCatalog = {
  day: '2026-11-22',
  models: [...gpt, ...claude, ...others],
  providers,
};
