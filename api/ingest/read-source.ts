import type { Answer, Reading } from './answers.ts';
import type { Download, Downloaded } from './download.ts';
import type { ReadApart } from './read-apart.ts';
import type { Span } from './reader.ts';
import { readerOf } from './reader-of.ts';
import { type Patience, repeated } from './retry.ts';
import type { Robots } from './robots.ts';
import type { Source } from './source.ts';
import type { Turns } from './turns.ts';

/** What reading sources takes. */
export interface ReadingParts {
  readonly download: Download;
  readonly robots: Robots;
  readonly turns: Turns;
  readonly patience: Patience;
  readonly apart: Pick<ReadApart, 'read'>;
  /** Milliseconds between two requests to one site, where its robots.txt does not ask for more. */
  readonly pauseMs: number;
}

/** What a site said of its last answer, for a conditional request. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** What reading a source brought; no reading where nothing changed since its last answer. */
export interface SourceReading extends Validators {
  readonly reading: Reading | undefined;
}

/** Asks a source for what it has, as often and as late as it takes. @throws {SourceError} */
export async function readSource(
  source: Source,
  span: Span,
  validators: Validators,
  parts: ReadingParts,
  signal?: AbortSignal,
): Promise<SourceReading> {
  const { accept, mostBytes, isDocumentedApi, requests } = readerOf[source.reader];
  const { download, robots, turns, patience, pauseMs } = parts;
  const addresses = requests(source, span);
  // Of several answers one may have changed; the site is asked for all of them then.
  const known = addresses.length === 1 ? validators : {};
  const mayAsk = isDocumentedApi ? undefined : (url: URL) => robots.check(url, signal);
  const answers: Downloaded[] = [];
  for (const url of addresses) {
    const { origin } = new URL(url);
    const ask = () => download({ url, accept, mostBytes, ...known, mayAsk, signal });
    const politeMs = () => Math.max(pauseMs, robots.delayMs(new URL(url)));
    const turn = () => turns(origin, politeMs, ask, signal);
    answers.push(await repeated(turn, patience, signal));
  }
  const [first] = answers;
  const { etag, lastModified } = addresses.length === 1 && first ? first : {};
  const changed = answers.filter(isChanged);
  if (changed.length === 0) return { reading: undefined, etag, lastModified };
  return {
    reading: await parts.apart.read({ answers: changed, source, span }),
    etag,
    lastModified,
  };
}

const isChanged = (answer: Downloaded): answer is Downloaded & Answer => answer.body !== undefined;
