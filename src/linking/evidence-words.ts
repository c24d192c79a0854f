import { wordsOf } from './word-list.ts';

/** Words by which a text shows that it is about models. */
export const evidencePhrases: readonly string[] = [
  ...wordsOf(`
  ai llm llms agi chatgpt chatbot chatbots genai openai anthropic deepmind huggingface gpt
  openrouter lmarena lmsys localllama ollama vllm gguf mmlu gpqa swebench finetune finetuning
  finetuned distilled multimodal inference transformers tokenizer rag mcp copilot qwen deepseek
  langchain mixtral xai cursor windsurf
`),
  'language model',
  'language models',
  'open weights',
  'open weight',
  'machine learning',
  'speech recognition',
  'system prompt',
  'system prompts',
  'context window',
  'tool calling',
  'function calling',
  'prompt injection',
  'fine tune',
  'fine tuning',
  'fine tuned',
  'hugging face',
  'neural network',
  'generative ai',
  'foundation model',
  'foundation models',
  'coding agent',
  'coding agents',
  'reasoning model',
  'reasoning models',
  'image model',
  'video model',
  'new model',
  'new models',
];

/** Of those, the ones that name language models as such. */
export const languageModelWords: ReadonlySet<string> = new Set([
  'llm',
  'llms',
  'gpt',
  'language model',
  'language models',
]);

/** In the name of a source: it writes about models. */
export const sourceWords: ReadonlySet<string> = wordsOf(`
  ai ainews aijobs ml llm llms genai localllama
`);
