/**
 * The request bodies that are checked, by the name that a protocol file gives: each is the type in
 * which the provider's official package says what goes over the wire. JSON Schemas are made of these.
 */
import type Anthropic from '@anthropic-ai/sdk';
import type { ChatCompletionInput } from '@huggingface/tasks';
import type {
  ChatCompletionRequest$Outbound,
  ChatCompletionStreamRequest$Outbound,
  EmbeddingRequest$Outbound,
} from '@mistralai/mistralai/models/components';
import type { ChatRequest$Outbound } from '@openrouter/sdk/models';
import type { TranscriptionCreateParams as GroqTranscriptionParams } from 'groq-sdk/resources/audio';
import type { ChatCompletionCreateParams as GroqChatParams } from 'groq-sdk/resources/chat/completions';
import type { ChatRequest } from 'ollama';
import type OpenAI from 'openai';
import type Together from 'together-ai';
// The package exports its own spelling of the fields alone; these have the wire's.
import type { V2ChatRequest } from '../../../node_modules/cohere-ai/serialization/resources/v2/client/requests/V2ChatRequest.js';
import type { V2ChatStreamRequest } from '../../../node_modules/cohere-ai/serialization/resources/v2/client/requests/V2ChatStreamRequest.js';
import type { V2EmbedRequest } from '../../../node_modules/cohere-ai/serialization/resources/v2/client/requests/V2EmbedRequest.js';

export type OpenAiChat = OpenAI.Chat.ChatCompletionCreateParams;
export type OpenAiResponses = OpenAI.Responses.ResponseCreateParams;
export type OpenAiEmbeddings = OpenAI.EmbeddingCreateParams;
// A form sends its file as a part of its own, of which the body holds the name and the content.
export type OpenAiTranscription = Omit<
  OpenAI.Audio.TranscriptionCreateParamsNonStreaming,
  'file'
> & { readonly file: string };
export type AnthropicMessages = Anthropic.MessageCreateParams;
export type GroqChat = GroqChatParams;
export type GroqTranscription = Omit<GroqTranscriptionParams, 'file' | 'url'> & {
  readonly file: string;
};
export type TogetherChat = Together.Chat.CompletionCreateParams;
export type OllamaChat = ChatRequest;
export type HuggingFaceChat = ChatCompletionInput;
// The SDK fills in stream, which the service does not ask for.
export type MistralChat =
  | (Omit<ChatCompletionRequest$Outbound, 'stream'> & { readonly stream?: false })
  | ChatCompletionStreamRequest$Outbound;
export type MistralEmbeddings = EmbeddingRequest$Outbound;
// The SDK fills in stream, which the service does not ask for.
export type OpenRouterChat = Omit<ChatRequest$Outbound, 'stream'> & { readonly stream?: boolean };
// The SDK adds stream by the method that is called.
export type CohereChat =
  | (V2ChatRequest.Raw & { readonly stream?: false })
  | (V2ChatStreamRequest.Raw & { readonly stream: true });
export type CohereEmbeddings = V2EmbedRequest.Raw;

/** As Amazon's documentation has it: the AWS packages carry this body as bytes. */
export interface TitanEmbeddings {
  readonly inputText: string;
  readonly dimensions?: 256 | 512 | 1024;
  readonly normalize?: boolean;
  readonly embeddingTypes?: readonly ('float' | 'binary')[];
}

/**
 * As NVIDIA's documentation has it: OpenAI's request and fields of its own, which no package carries.
 *
 * @see https://docs.nvidia.com/nim/nemo-retriever/text-embedding/latest/reference.html
 */
export interface NvidiaEmbeddings {
  readonly model: string;
  readonly input: string | readonly string[];
  readonly input_type: 'query' | 'passage';
  readonly modality?: string | readonly string[];
  readonly encoding_format?: 'float' | 'base64';
  readonly dimensions?: number;
  readonly truncate?: 'NONE' | 'START' | 'END';
  readonly user?: string;
}

/**
 * As Alibaba's documentation has it: Chat Completions with a sound alone, whose format OpenAI asks for.
 *
 * @see https://www.alibabacloud.com/help/en/model-studio/qwen-asr-api-reference
 */
export interface QwenTranscription {
  readonly model: string;
  readonly messages: readonly {
    readonly role: 'user';
    readonly content: readonly {
      readonly type: 'input_audio';
      readonly input_audio: { readonly data: string };
    }[];
  }[];
  readonly stream?: boolean;
  readonly asr_options?: {
    readonly language?: string;
    readonly enable_itn?: boolean;
  };
}
