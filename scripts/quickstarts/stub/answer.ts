import { EventStreamCodec } from '@smithy/core/event-streams';

/** What the provider says, in the terms of the snippets: a text in two pieces, a call of a tool, a vector, a sound. */
export interface Said {
  readonly pieces: readonly [string, string];
  readonly city: string;
  readonly vector: readonly [number, number];
  /** 24,000 samples a second of 16 bits, one channel. */
  readonly sound: Buffer;
}

export interface Answer {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

export interface Asked {
  readonly isStreaming: boolean;
  readonly wantsTool: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Dialect = (said: Said, asked: Asked) => Answer;

export const json = (value: unknown): Answer => ({
  contentType: 'application/json',
  body: JSON.stringify(value),
});

export const events = (
  list: readonly (readonly [string | undefined, unknown])[],
  end = '',
): Answer => ({
  contentType: 'text/event-stream',
  body: `${list
    .map(([name, data]) => `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(data)}\n\n`)
    .join('')}${end}`,
});

export const tool = 'get_weather';

/** A stream of events as Amazon frames them. @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html for the frames */
export function eventStream(list: readonly (readonly [string, unknown])[]): Answer {
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
