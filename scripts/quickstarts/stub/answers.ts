import { EventStreamCodec } from '@smithy/core/event-streams';

/** What the provider says, in the terms of the snippets: a text in two pieces, a call of a tool, a vector. */
export interface Said {
  readonly pieces: readonly [string, string];
  readonly city: string;
  readonly vector: readonly [number, number];
}

export interface Answer {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

interface Asked {
  readonly isStreaming: boolean;
  readonly wantsTool: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

type Dialect = (said: Said, asked: Asked) => Answer;

const json = (value: unknown): Answer => ({
  contentType: 'application/json',
  body: JSON.stringify(value),
});

const events = (list: readonly (readonly [string | undefined, unknown])[], end = ''): Answer => ({
  contentType: 'text/event-stream',
  body: `${list
    .map(([name, data]) => `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(data)}\n\n`)
    .join('')}${end}`,
});

const tool = 'get_weather';

const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 };

/** Chat Completions, with all that the stricter SDKs ask for. */
const chatCompletions: Dialect = ({ pieces, city }, { isStreaming, wantsTool, body }) => {
  const head = { id: 'chatcmpl-1', created: 1, model: body['model'] };
  if (isStreaming) {
    const chunk = (delta: unknown, finish: string | null) => ({
      ...head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason: finish }],
    });
    return events(
      [
        [undefined, chunk({ role: 'assistant', content: pieces[0] }, null)],
        [undefined, chunk({ content: pieces[1] }, null)],
        [undefined, chunk({ content: '' }, 'stop')],
      ],
      'data: [DONE]\n\n',
    );
  }
  const call = { name: tool, arguments: JSON.stringify({ city }) };
  const message = wantsTool
    ? {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'call_1', type: 'function', index: 0, function: call }],
      }
    : { role: 'assistant', content: pieces.join('') };
  return json({
    ...head,
    object: 'chat.completion',
    system_fingerprint: null,
    choices: [{ index: 0, message, finish_reason: wantsTool ? 'tool_calls' : 'stop' }],
    usage,
  });
};

const responses: Dialect = ({ pieces, city }, { isStreaming, wantsTool, body }) => {
  const text = { type: 'output_text', text: pieces.join(''), annotations: [], logprobs: [] };
  const message = { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed' };
  const call = { id: 'fc_1', type: 'function_call', call_id: 'call_1', status: 'completed' };
  const response = {
    id: 'resp_1',
    object: 'response',
    created_at: 1,
    status: 'completed',
    model: body['model'],
    output: wantsTool
      ? [{ ...call, name: tool, arguments: JSON.stringify({ city }) }]
      : [{ ...message, content: [text] }],
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
  };
  if (!isStreaming) return json(response);
  const place = { item_id: 'msg_1', output_index: 0, content_index: 0, logprobs: [] };
  const list = [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', output_index: 0, item: { ...message, content: [] } },
    { type: 'response.content_part.added', ...place, part: { ...text, text: '' } },
    ...pieces.map((delta) => ({ type: 'response.output_text.delta', ...place, delta })),
    { type: 'response.output_text.done', ...place, text: pieces.join('') },
    { type: 'response.completed', response },
  ];
  return events(list.map((event, index) => [event.type, { ...event, sequence_number: index }]));
};

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

const gemini: Dialect = ({ pieces, city }, { isStreaming, wantsTool }) => {
  const candidate = (part: unknown) => ({
    candidates: [{ index: 0, content: { role: 'model', parts: [part] }, finishReason: 'STOP' }],
  });
  if (isStreaming) return events(pieces.map((text) => [undefined, candidate({ text })]));
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

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html for the frames */
function eventStream(list: readonly (readonly [string, unknown])[]): Answer {
  const codec = new EventStreamCodec(
    (bytes) => Buffer.from(bytes).toString('utf8'),
    (text) => Buffer.from(text),
  );
  const text = (value: string) => ({ type: 'string' as const, value });
  const frames = list.map(([type, data]) =>
    codec.encode({
      headers: {
        ':message-type': text('event'),
        ':event-type': text(type),
        ':content-type': text('application/json'),
      },
      body: Buffer.from(JSON.stringify(data)),
    }),
  );
  return { contentType: 'application/vnd.amazon.eventstream', body: Buffer.concat(frames) };
}

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

const embeddings: Dialect = ({ vector }, { body }) => {
  const bytes = Buffer.from(Float32Array.from(vector).buffer);
  const embedding = body['encoding_format'] === 'base64' ? bytes.toString('base64') : vector;
  return json({
    id: '1',
    object: 'list',
    model: body['model'],
    data: [{ object: 'embedding', index: 0, embedding }],
    usage,
  });
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
  MistralEmbeddings: embeddings,
  CohereEmbeddings: ({ vector }) =>
    json({ id: '1', embeddings: { float: [vector] }, texts: ['Why is the sky blue?'] }),
  BatchEmbedContentsRequest: ({ vector }) => json({ embeddings: [{ values: vector }] }),
  TitanEmbeddings: ({ vector }) => json({ embedding: vector, inputTextTokenCount: 5 }),
};
