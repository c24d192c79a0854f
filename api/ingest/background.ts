import type { Settings } from '../../src/settings.ts';
import { sourceStates } from '../db/source-states.ts';
import type { Log } from '../log.ts';
import type { Services } from '../services.ts';
import { openReading } from './open-reading.ts';
import { type Ingest, startIngest } from './runner.ts';
import { sourcesToRead } from './sources-to-read.ts';
import { userAgent } from './user-agent.ts';

/** Reads the sources of the catalog in the background; nothing where the settings switch that off. */
export function ingestInBackground(
  { isIngesting, sourcesOn, publicUrl }: Settings,
  { catalog, database, writes, storeItems, now }: Services,
  log: Log,
): Ingest | undefined {
  const sources = sourcesToRead(catalog.sources, sourcesOn);
  if (!isIngesting) return undefined;
  const reading = openReading(userAgent(publicUrl), now);
  const ingest = startIngest(sources, {
    ...reading.parts,
    store: storeItems,
    states: sourceStates(database, writes),
    now,
    log,
    random: Math.random,
  });
  return {
    health: ingest.health,
    async stop() {
      await ingest.stop();
      await reading.close();
    },
  };
}
