import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { SourceError } from './source-error.ts';

/** The encodings that readBody() undoes, for the Accept-Encoding header. */
export const acceptedEncodings = 'gzip, deflate, br';

/**
 * Reads an answer to its end and decompresses it.
 *
 * @throws {SourceError} `too-large` as soon as it is longer than `mostBytes`, compressed or not; `network`
 * when it breaks off.
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  mostBytes: number,
): Promise<Buffer> {
  const decompressor = decompressorOf(encoding);
  const plain = decompressor ? body.pipe(decompressor) : body;
  // Ended early, a body says so by an error, which would otherwise be nobody's.
  body.on('error', (error) => decompressor?.destroy(error));
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge(mostBytes);
      chunks.push(chunk);
    }
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks);
}

/** Ends an answer that nobody reads. */
export function dropBody(body: Readable): void {
  body.on('error', () => undefined).destroy();
}

function decompressorOf(encoding = 'identity'): Transform | undefined {
  const name = encoding.trim().toLowerCase();
  if (name === 'identity' || name === '') return undefined;
  if (name === 'br') return createBrotliDecompress();
  if (['gzip', 'x-gzip', 'deflate'].includes(name)) return createUnzip();
  throw new SourceError(
    'unreadable',
    `it answered in the encoding "${name}", which was not asked for`,
  );
}

const tooLarge = (mostBytes: number): SourceError =>
  new SourceError('too-large', `it answered more than ${mostBytes / 1024 / 1024} MB`);
