import { variablesOf } from '../../../src/catalog/quickstarts/call.ts';
import { sdkOf } from '../../../src/catalog/quickstarts/proof.ts';
import type { Protocol, Variant } from '../../../src/catalog/quickstarts/protocol.ts';
import { sampleAudio, sampleImage } from '../../../src/catalog/quickstarts/render.ts';
import type { Snippet } from '../snippet.ts';

/** The one request that a snippet should make. */
export interface Expectation {
  readonly url: URL;
  /** Path and query as they stand in the request line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The model's. */
  readonly id: string;
  /** Whether the id travels in the body, and not in the address. */
  readonly isIdInBody: boolean;
  readonly isStreaming: boolean;
  /** Whether the body says so; otherwise the address does. */
  readonly saysStream: boolean;
  readonly bodyType: string;
  /** Whether the body is a form with a file, and not JSON. */
  readonly isForm: boolean;
  /** What the body says somewhere: the question, and what belongs to it. */
  readonly says: readonly string[];
  /** The variables that the page names, each with a value of this run. */
  readonly environment: Readonly<Record<string, string>>;
}

// Hugging Face's SDK takes only what starts like one of its keys; a part of a host has no underscore.
const settingOf = (name: string, isKey: boolean): string =>
  `${isKey ? name.toLowerCase() : name.toLowerCase().replaceAll('_', '-')}-of-this-run`;

/** The file that stands beside a snippet which sends one. It is sent and compared, and nobody listens to it. */
export const recording = { name: 'speech.mp3', content: Buffer.from('The sound of a voice.') };

/** A file in a form, as the body is written down for its check. */
export const fileText = (name: string, content: Uint8Array): string =>
  `${name} ${Buffer.from(content).toString('base64')}`;

// What the templates ask. Some schemas take a request that asks nothing.
function askedOf({ task, request }: Protocol, variant: Variant): readonly string[] {
  if (task === 'speech') return ['Say cheerfully: Have a wonderful day!', 'AUDIO'];
  if (task !== 'transcription') return asked[variant];
  return [request.body.isForm ? fileText(recording.name, recording.content) : sampleAudio];
}

const asked: Readonly<Record<Variant, readonly string[]>> = {
  basic: ['Why is the sky blue?'],
  streaming: ['Why is the sky blue?'],
  image: ['Which colours does this image have?', sampleImage.slice(0, 24)],
  toolCall: ['What is the weather in Paris?', 'get_weather'],
};

/** What a snippet should send, by what the protocol says of the provider. */
export function expectationOf({ call, language, variant, id }: Snippet): Expectation {
  const { protocol, keyVariable } = call;
  const { path, streamingPath, authentication, headers = {}, body } = protocol.request;
  const environment = Object.fromEntries(
    variablesOf(call).map((name) => [name, settingOf(name, name === keyVariable)]),
  );
  const baseUrl = sdkOf(protocol, language)?.baseUrl ?? call.baseUrl;
  const base = baseUrl.replace(/\$([A-Z_]+)/g, (_, name: string) => environment[name] ?? '');
  const isStreaming = variant === 'streaming';
  const template = isStreaming && streamingPath !== undefined ? streamingPath : path;
  const url = new URL(base + template.replaceAll('{{modelInPath}}', encodeURIComponent(id)));
  const key = keyVariable === undefined ? undefined : environment[keyVariable];
  return {
    url,
    target: `${url.pathname}${url.search}`,
    headers: {
      ...headers,
      ...(authentication && {
        [authentication.header]: [authentication.scheme, key].filter(Boolean).join(' '),
      }),
    },
    id,
    isIdInBody: !path.includes('{{modelInPath}}'),
    isStreaming,
    saysStream: isStreaming && streamingPath === undefined,
    bodyType: body.type,
    isForm: body.isForm ?? false,
    says: askedOf(protocol, variant),
    environment,
  };
}
