import { type Dialect, events, json, tool } from './answer.ts';

const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 };

/** Chat Completions, with all that the stricter SDKs ask for. */
export const chatCompletions: Dialect = ({ pieces, city }, { isStreaming, wantsTool, body }) => {
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

export const responses: Dialect = ({ pieces, city }, { isStreaming, wantsTool, body }) => {
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

export const embeddings: Dialect = ({ vector }, { body }) => {
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

export const transcription: Dialect = ({ pieces }) => json({ text: pieces.join('') });
