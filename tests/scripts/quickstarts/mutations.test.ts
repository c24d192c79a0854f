import { describe, expect, test } from 'vitest';
import { proveSnippets } from '../../../scripts/quickstarts/prove.ts';
import type { Snippet } from '../../../scripts/quickstarts/snippet.ts';
import type { Language, Variant } from '../../../src/catalog/quickstarts/protocol.ts';
import { checkOf, python, realSnippet } from './real-snippets.ts';

/** A fault: what it is, the protocol and variant it is made in, and the text that it puts in another's place. */
type Fault = readonly [
  told: string,
  protocol: string,
  variant: Variant,
  from: string | RegExp,
  to: string,
];

const inTypeScript: readonly Fault[] = [
  ['the id of another model', 'openai-responses', 'basic', /model: '[^']+'/, "model: 'gpt-2'"],
  ['the call of an older SDK', 'openai-responses', 'basic', 'responses.create', 'createResponse'],
  ['a misnamed field', 'openai-responses', 'basic', 'input:', 'prompt:'],
  ['a missing field', 'openai-responses', 'basic', / {2}input: .*\n/, ''],
  ['a retired parameter', 'openai-chat', 'basic', 'messages:', 'functions: 1, messages:'],
  ['the event of another interface', 'openai-responses', 'streaming', 'output_text.delta', 'delta'],
  ['a stream that is not asked for', 'openai-chat', 'streaming', 'stream: true', 'stream: false'],
  ['the answer of another interface', 'openai-responses', 'basic', 'output_text', 'choices'],
  [
    'a key from a variable that is not named',
    'openai-responses',
    'basic',
    'new OpenAI()',
    'new OpenAI({ apiKey: process.env.OPENAI_KEY })',
  ],
  [
    'a base URL without its version',
    'openai-responses',
    'basic',
    'new OpenAI()',
    "new OpenAI({ baseURL: 'https://api.openai.com', maxRetries: 0 })",
  ],
  [
    'the host of somebody else',
    'openai-responses',
    'basic',
    'new OpenAI()',
    "new OpenAI({ baseURL: 'https://api.openai.example/v1', maxRetries: 0 })",
  ],
  ['a misspelt import', 'openai-chat', 'basic', 'import OpenAI from', 'import { OpenAi } from'],
  ['a bracket left open', 'openai-chat', 'basic', '});', '};'],
  ['an answer that is not printed', 'openai-chat', 'basic', /console\.log\(.*\);/, ''],
  ['a limit left out', 'anthropic-messages', 'basic', / {2}max_tokens: .*\n/, ''],
  ['the interface before', 'anthropic-messages', 'basic', 'messages.create', 'completions.create'],
  ['a role that there is not', 'anthropic-messages', 'basic', "'user'", "'human'"],
  ['the SDK before', 'google-gemini', 'basic', /GoogleGenAI/g, 'GoogleGenerativeAI'],
  ['a field in the singular', 'google-gemini', 'basic', 'contents:', 'content:'],
  ['another region', 'bedrock-converse', 'basic', 'us-east-1', 'eu-west-1'],
  ['text where blocks belong', 'bedrock-converse', 'basic', /\[\{ text: ('[^']+') \}\]/, '$1'],
  [
    'what an SDK’s own page says',
    'openrouter',
    'basic',
    /chatRequest: \{([\s\S]*?\n) {2}\},/,
    '$1',
  ],
  ['a tool of no kind', 'openai-responses', 'toolCall', "type: 'function',", "type: 'fn',"],
  ['the snake case of the wire', 'mistral', 'image', 'imageUrl', 'image_url'],
  ['no word of sound', 'gemini-speech', 'basic', / {4}responseModalities: .*\n/, ''],
  ['a voice in the wrong place', 'gemini-speech', 'basic', 'prebuiltVoiceConfig', 'voice'],
  ['a sound kept as it was sent', 'gemini-speech', 'basic', ", 'base64'", ''],
  ['a sound that is not kept', 'gemini-speech', 'basic', /await writeFile\(.*\);/, ''],
  ['another recording', 'openai-transcription', 'basic', "'speech.mp3'", 'import.meta.filename'],
  [
    'the path of a file for the file',
    'groq-transcription',
    'basic',
    /createReadStream\((.*?)\)/,
    '$1',
  ],
  ['no word of what the text is for', 'nvidia-embeddings', 'basic', / {2}input_type: .*\n/, ''],
  ['a purpose that there is not', 'nvidia-embeddings', 'basic', "'query'", "'question'"],
  [
    'a format that is not asked for',
    'qwen-transcription',
    'basic',
    '{ data:',
    "{ format: 'mp3', data:",
  ],
];

const inCurl: readonly Fault[] = [
  ['the id of another model', 'openai-chat', 'basic', /"model": "[^"]+"/, '"model": "gpt-2"'],
  ['another path', 'openai-responses', 'basic', '/v1/responses', '/v1/response'],
  ['a path twice', 'anthropic-messages', 'basic', '/v1/messages', '/v1/v1/messages'],
  ['the host of somebody else', 'openai-chat', 'basic', 'api.openai.com', 'api.openai.example'],
  ['no credentials', 'openai-chat', 'basic', / {2}-H "Authorization.*\n/, ''],
  ['another scheme', 'openai-chat', 'basic', 'Bearer', 'Token'],
  ['a variable that is not named', 'openai-chat', 'basic', '$OPENAI_API_KEY', '$OPENAI_KEY'],
  ['a key', 'openai-chat', 'basic', '$OPENAI_API_KEY', 'sk-proj-4f9aB27cD1e8Hq05'],
  ['a misspelt field', 'openai-chat', 'basic', '"messages"', '"mesages"'],
  ['a comma left out', 'openai-chat', 'basic', '",\n', '"\n'],
  ['no content type', 'openai-chat', 'basic', / {2}-H "Content-Type.*\n/, ''],
  ['no version', 'anthropic-messages', 'basic', / {2}-H "anthropic-version.*\n/, ''],
  ['an older version', 'anthropic-messages', 'basic', '2026-10-21', '2023-06-01'],
  ['an older header', 'anthropic-messages', 'basic', 'Authorization: Bearer', 'x-api-key:'],
  ['another method', 'openai-chat', 'basic', 'curl', 'curl -X PUT'],
  ['another version in the path', 'google-gemini', 'basic', '/v1/', '/v1beta/'],
  ['a stream of another form', 'google-gemini', 'streaming', '?alt=sse', ''],
  ['an open connection', 'openai-chat', 'basic', 'https://', 'http://'],
  ['a quote left open', 'openai-chat', 'basic', "-d '", '-d '],
  ['a stream that is not asked for', 'openai-chat', 'streaming', ',\n    "stream": true', ''],
  ['a retired parameter', 'openai-responses', 'basic', '"input"', '"max_tokens": 9, "input"'],
  ['the id as it may not stand in a path', 'bedrock-converse', 'basic', '%3A', ':'],
  ['JSON where a form belongs', 'openai-transcription', 'basic', '-F "model=', '-d "model='],
  [
    'the name of a file for the file',
    'openai-transcription',
    'basic',
    '=@speech.mp3',
    '=speech.mp3',
  ],
  ['a field that a form does not have', 'groq-transcription', 'basic', '-F "file', '-F "audio'],
  ['a sound that is not decoded', 'gemini-speech', 'basic', 'base64 --decode', 'cat'],
  ['speech in a file of another name', 'gemini-speech', 'basic', '> speech.pcm', '> out.pcm'],
  [
    'a recording as text',
    'qwen-transcription',
    'basic',
    '"input_audio": { "data"',
    '"text": { "data"',
  ],
];

const inPython: readonly Fault[] = [
  ['the call of an older SDK', 'openai-chat', 'basic', 'chat.completions', 'ChatCompletion'],
  ['the id of another model', 'openai-chat', 'basic', /model="[^"]+"/, 'model="gpt-2"'],
  ['a misnamed field', 'anthropic-messages', 'basic', 'max_tokens', 'max_tokens_to_sample'],
  ['the call of another SDK', 'google-gemini', 'basic', 'client.models.', 'client.'],
  ['an answer that is not printed', 'cohere-v2', 'basic', 'print(block.text)', 'pass'],
  ['an import left out', 'openai-compatible', 'basic', 'import os\n', ''],
  [
    'a field beside its place',
    'nvidia-embeddings',
    'basic',
    'extra_body={"input_type": "query"}',
    'input_type="query"',
  ],
  ['a sound that is not kept', 'gemini-speech', 'basic', /Path\(.*\)\.write_bytes/, 'print'],
  ['a recording as text', 'openai-transcription', 'basic', 'file=file', 'file="speech.mp3"'],
];

const inPythonUnrun: readonly Fault[] = [
  ['a bracket left open', 'openai-chat', 'basic', 'create(', 'create'],
  ['a variable that is not named', 'mistral', 'basic', 'MISTRAL_API_KEY', 'MISTRAL_KEY'],
];

function mutated(language: Language, [told, protocol, variant, from, to]: Fault): Snippet {
  const snippet = realSnippet(protocol, variant, language);
  const code = snippet.code.replace(from, to);
  if (code === snippet.code) throw new Error(`${told} changes nothing in ${protocol}.`);
  return { ...snippet, code };
}

/** The names of the faults that nothing was said of. */
async function unnoticed(language: Language, faults: readonly Fault[]): Promise<readonly string[]> {
  const snippets = faults.map((fault) => mutated(language, fault));
  const failures = await proveSnippets(snippets, { python, checkOf });
  const told = new Set(failures.map(({ snippet }) => snippet));
  return snippets.flatMap((snippet, index) =>
    told.has(snippet) ? [] : [`${faults[index]?.[0]}, ${faults[index]?.[1]}`],
  );
}

describe('a snippet with one fault is refused', () => {
  test(`${inTypeScript.length} faults in TypeScript`, async () => {
    expect(await unnoticed('typescript', inTypeScript)).toEqual([]);
  });

  test(`${inCurl.length} faults in curl`, async () => {
    expect(await unnoticed('curl', inCurl)).toEqual([]);
  });

  test.skipIf(python.parser === undefined)(
    'faults in Python that are seen without a run',
    async () => {
      expect(await unnoticed('python', inPythonUnrun)).toEqual([]);
    },
  );

  test.skipIf(python.runner === undefined)(`${inPython.length} faults in Python`, async () => {
    expect(await unnoticed('python', inPython)).toEqual([]);
  });
});

test('what the faults were made in is refused by nothing', async () => {
  const sound = [
    ...inTypeScript.map((fault) => realSnippet(fault[1], fault[2], 'typescript')),
    ...inCurl.map((fault) => realSnippet(fault[1], fault[2], 'curl')),
  ];
  expect(await proveSnippets([...new Set(sound)], { python, checkOf })).toEqual([]);
});
