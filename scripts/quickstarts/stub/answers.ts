import { type Dialect, eventStream, events, json, tool } from './answer.ts';
import { chatCompletions, embeddings, responses, transcription } from './openai-answers.ts';

const anthropic: Dialect = ({ pieces, city }, { isStreaming, wantsTool, body }) => {
  const message = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: body['model'],
    stop_sequence: null,
    usage: { input_tokens: 3, output_tokens: 5 },
  };
  if (isStreaming) {
    const list = [
      { type: 'message_start', message: { ...message, content: [], stop_reason: null } },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      ...pieces.map((text) => ({
        type: 'content_block_delta',
        index: 0,
        delta: { type: 'text_delta', text },
      })),
      { type: 'content_block_stop', index: 0 },
      {
        type: 'message_delta',
        delta: { stop_reason: 'end_turn', stop_sequence: null },
        usage: { output_tokens: 5 },
      },
      { type: 'message_stop' },
    ];
    return events(list.map((event) => [event.type, event]));
  }
  const content = wantsTool
    ? [{ type: 'tool_use', id: 'toolu_1', name: tool, input: { city } }]
    : [{ type: 'text', text: pieces.join('') }];
  return json({ ...message, content, stop_reason: wantsTool ? 'tool_use' : 'end_turn' });
};

interface GenerationConfig {
  readonly responseModalities?: readonly string[];
}

const gemini: Dialect = ({ pieces, city, sound }, { isStreaming, wantsTool, body }) => {
  const candidate = (part: unknown) => ({
    candidates: [{ index: 0, content: { role: 'model', parts: [part] }, finishReason: 'STOP' }],
  });
  if (isStreaming) return events(pieces.map((text) => [undefined, candidate({ text })]));
  const { responseModalities = [] } = (body['generationConfig'] ?? {}) as GenerationConfig;
  if (responseModalities.includes('AUDIO')) {
    const data = sound.toString('base64');
    return json(candidate({ inlineData: { mimeType: 'audio/L16;codec=pcm;rate=24000', data } }));
  }
  return json(
    candidate(
      wantsTool ? { functionCall: { name: tool, args: { city } } } : { text: pieces.join('') },
    ),
  );
};

const cohere: Dialect = ({ pieces, city }, { isStreaming, wantsTool }) => {
  const tokens = { billed_units: { input_tokens: 3, output_tokens: 5 } };
  if (isStreaming) {
    const list = [
      {
        type: 'message-start',
        id: '1',
        delta: {
          message: { role: 'assistant', content: [], tool_plan: '', tool_calls: [], citations: [] },
        },
      },
      {
        type: 'content-start',
        index: 0,
        delta: { message: { content: { type: 'text', text: '' } } },
      },
      ...pieces.map((text) => ({
        type: 'content-delta',
        index: 0,
        delta: { message: { content: { text } } },
      })),
      { type: 'content-end', index: 0 },
      { type: 'message-end', delta: { finish_reason: 'COMPLETE', usage: tokens } },
    ];
    return events(
      list.map((event) => [event.type, event]),
      'data: [DONE]\n\n',
    );
  }
  const call = { name: tool, arguments: JSON.stringify({ city }) };
  const message = wantsTool
    ? { role: 'assistant', tool_calls: [{ id: 'call_1', type: 'function', function: call }] }
    : { role: 'assistant', content: [{ type: 'text', text: pieces.join('') }] };
  return json({ id: '1', message, finish_reason: 'COMPLETE', usage: tokens });
};

const converse: Dialect = ({ pieces, city }, { isStreaming, wantsTool }) => {
  if (isStreaming) {
    return eventStream([
      ['messageStart', { role: 'assistant' }],
      ...pieces.map(
        (text) => ['contentBlockDelta', { contentBlockIndex: 0, delta: { text } }] as const,
      ),
      ['contentBlockStop', { contentBlockIndex: 0 }],
      ['messageStop', { stopReason: 'end_turn' }],
    ]);
  }
  const content = wantsTool
    ? [{ toolUse: { toolUseId: '1', name: tool, input: { city } } }]
    : [{ text: pieces.join('') }];
  return json({
    output: { message: { role: 'assistant', content } },
    stopReason: wantsTool ? 'tool_use' : 'end_turn',
    usage: { inputTokens: 3, outputTokens: 5, totalTokens: 8 },
    metrics: { latencyMs: 1 },
  });
};

const ollama: Dialect = ({ pieces, city }, { isStreaming, wantsTool, body }) => {
  const part = (message: unknown, done: boolean) => ({
    model: body['model'],
    created_at: '2026-01-01T00:00:00Z',
    message,
    done,
  });
  if (isStreaming) {
    const parts = [
      ...pieces.map((content) => part({ role: 'assistant', content }, false)),
      part({ role: 'assistant', content: '' }, true),
    ];
    return {
      contentType: 'application/x-ndjson',
      body: parts.map((one) => `${JSON.stringify(one)}\n`).join(''),
    };
  }
  const called = { tool_calls: [{ function: { name: tool, arguments: { city } } }] };
  const text = { role: 'assistant', content: wantsTool ? '' : pieces.join('') };
  return json(part({ ...text, ...(wantsTool && called) }, true));
};

/** How each kind of request is answered, by the type of its body. */
export const dialects: Readonly<Record<string, Dialect>> = {
  OpenAiChat: chatCompletions,
  GroqChat: chatCompletions,
  TogetherChat: chatCompletions,
  HuggingFaceChat: chatCompletions,
  MistralChat: chatCompletions,
  OpenRouterChat: chatCompletions,
  OpenAiResponses: responses,
  AnthropicMessages: anthropic,
  GenerateContentRequest: gemini,
  CohereChat: cohere,
  ConverseRequest: converse,
  OllamaChat: ollama,
  OpenAiEmbeddings: embeddings,
  NvidiaEmbeddings: embeddings,
  MistralEmbeddings: embeddings,
  CohereEmbeddings: ({ vector }) =>
    json({ id: '1', embeddings: { float: [vector] }, texts: ['Why is the sky blue?'] }),
  BatchEmbedContentsRequest: ({ vector }) => json({ embeddings: [{ values: vector }] }),
  OpenAiTranscription: transcription,
  GroqTranscription: transcription,
  QwenTranscription: chatCompletions,
  TitanEmbeddings: ({ vector }) => json({ embedding: vector, inputTextTokenCount: 5 }),
};
