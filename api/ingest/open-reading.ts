import { downloader } from './download.ts';
import { type NetworkRules, usualRules } from './network.ts';
import { readApart } from './read-apart.ts';
import type { ReadingParts } from './read-source.ts';
import { usualPatience } from './retry.ts';
import { robotsOf } from './robots.ts';
import { takeTurns } from './turns.ts';

// What an impatient reader of a site would do by hand.
const pauseMs = 1000;

/** Opens what reading sources takes on the real network; `close` ends its connections and its thread. */
export function openReading(
  userAgent: string,
  now: () => Date,
  rules: NetworkRules = usualRules,
): { readonly parts: ReadingParts; close(): Promise<void> } {
  const { download, close } = downloader(userAgent, rules);
  const apart = readApart();
  return {
    parts: {
      download,
      robots: robotsOf(download, userAgent, now),
      turns: takeTurns(),
      patience: usualPatience,
      apart,
      pauseMs,
    },
    async close() {
      await Promise.all([close(), apart.close()]);
    },
  };
}
