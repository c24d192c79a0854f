import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snippet } from './snippet.ts';
import type { Said } from './stub/answer.ts';
import type { Done } from './warm-python.ts';

/** Where the snippets that are given speech keep it. */
const speechFile = 'speech.pcm';

/** An answer that no snippet can know before. */
export function newSaid(): Said {
  const nonce = Math.random().toString(36).slice(2, 10);
  return {
    pieces: [`Because of ${nonce}, `, `Rayleigh ${nonce}.`],
    city: `Paris ${nonce}`,
    vector: [0.0625, Math.floor(Math.random() * 1000) + 0.5],
    sound: randomBytes(96),
  };
}

/** What was wrong with how a run ended: it must end well, print the answer, and keep the sound it was given. */
export function outcomeFaults(
  { status, output, complaint }: Done,
  snippet: Snippet,
  said: Said,
  folder: string,
): readonly string[] {
  if (status !== 0) {
    return [`It ended with status ${status}: ${complaint.trim().split('\n').slice(-6).join('\n')}`];
  }
  const missing = printed(snippet, said).filter((text) => !output.includes(text));
  const unprinted =
    missing.length === 0
      ? []
      : [`It printed no "${missing.join('" and no "')}"; it printed: ${output.slice(0, 400)}`];
  return snippet.call.protocol.task === 'speech'
    ? [...unprinted, ...soundFaults(said, join(folder, speechFile))]
    : unprinted;
}

function printed({ call, variant }: Snippet, { pieces, city, vector }: Said): readonly string[] {
  if (call.protocol.task === 'embedding') return vector.map(String);
  if (call.protocol.task === 'speech') return [speechFile];
  return variant === 'toolCall' ? ['get_weather', city] : pieces.map((piece) => piece.trim());
}

function soundFaults({ sound }: Said, file: string): readonly string[] {
  if (!existsSync(file)) return [`It kept no ${speechFile}.`];
  const kept = readFileSync(file);
  return kept.equals(sound)
    ? []
    : [`${speechFile} holds ${kept.length} bytes that are not the ${sound.length} of the answer.`];
}
