import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach } from 'vitest';
import { downloader } from '../../../api/ingest/download.ts';
import { type NetworkRules, usualRules } from '../../../api/ingest/network.ts';
import { readApart } from '../../../api/ingest/read-apart.ts';
import type { ReadingParts } from '../../../api/ingest/read-source.ts';
import { robotsOf } from '../../../api/ingest/robots.ts';
import type { Source } from '../../../api/ingest/source.ts';
import { takeTurns } from '../../../api/ingest/turns.ts';

export const now = new Date('2026-11-22T12:00:00Z');

/** A site on this machine. */
export interface LocalSite {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  /** What was asked, in order: robots.txt too. */
  readonly requests: IncomingMessage[];
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

// A thread takes a second to start where much else runs.
const apart = readApart();
afterAll(() => apart.close());

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Serves a site until the test ends. It has no robots.txt unless the handler answers for it. */
export async function localSite(handler: Handler): Promise<LocalSite> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push({ close: () => closed(server) });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, requests };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** Answers robots.txt with 404, and everything else as told. */
export const withoutRobots =
  (handler: Handler): Handler =>
  (request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else handler(request, response);
  };

/** A network on which this machine may be asked, and nobody waits long. */
export const localRules: NetworkRules = {
  ...usualRules,
  timeouts: { connectMs: 500, headersMs: 500, wholeMs: 2000 },
  isAllowed: (address) => ['127.0.0.1', '::1'].includes(address) || usualRules.isAllowed(address),
};

/** What reading takes, on this machine's network, ended with the test. */
export function localParts(rules: NetworkRules = localRules): ReadingParts {
  const { download, close } = downloader('ModelTracker/test', rules);
  open.push({ close });
  return {
    download,
    robots: robotsOf(download, 'ModelTracker/test', () => now),
    turns: takeTurns(),
    patience: { waitsMs: [10, 20], longestMs: 1500, random: () => 0.5 },
    apart,
    pauseMs: 0,
  };
}

/** A source that reads a feed of news, but for what the test says. */
export const aSource = (parts: Partial<Source>): Source => ({
  id: 'lab-news',
  name: 'Lab News',
  kind: 'news',
  reader: 'feed',
  address: 'https://lab.example/feed.xml',
  everyMs: 3_600_000,
  ...parts,
});

/** An RSS feed of so many items, the newest first. */
export const rssOf = (count: number): string => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Lab</title>${Array.from(
  { length: count },
  (_, index) =>
    `<item><title>Item ${index}</title><link>https://lab.example/${index}</link></item>`,
).join('\n')}</channel></rss>`;
