import { readFile } from 'node:fs/promises';
import { downloader } from '../../api/ingest/download.ts';
import { type NetworkRules, usualRules } from '../../api/ingest/network.ts';
import type { OutsideSet, OutsideSource } from '../../src/drift/outside-set.ts';

// Ten times the longest of them.
const mostBytes = 32 * 1024 * 1024;

/** Reads a set in its published form from a file. @throws in a sentence that names the file. */
export async function setInFile(source: OutsideSource, file: string): Promise<OutsideSet> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${cause.code}).`, { cause });
  });
  return readSet(source, file, text);
}

/** Downloads a set from where it is published. @throws in a sentence that names the address. */
export async function publishedSet(
  source: OutsideSource,
  userAgent: string,
  rules: NetworkRules = usualRules,
): Promise<OutsideSet> {
  const { address } = source;
  const { download, close } = downloader(userAgent, rules);
  try {
    const { body } = await download({ url: address, accept: 'application/json', mostBytes });
    return readSet(source, address, body?.toString('utf8') ?? '');
  } catch (cause) {
    if (!(cause instanceof Error) || cause.message.startsWith(address)) throw cause;
    throw new Error(
      `${address} could not be downloaded: ${cause.message}. Download it by other means and name it by --file.`,
      { cause },
    );
  } finally {
    await close();
  }
}

function readSet(source: OutsideSource, place: string, text: string): OutsideSet {
  try {
    return source.read(text);
  } catch (cause) {
    throw new Error(`${place} ${(cause as Error).message}.`, { cause });
  }
}
