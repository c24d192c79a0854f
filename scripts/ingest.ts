import { parseArgs } from 'node:util';
import { type CatalogIndex, catalogIndex } from '../api/catalog-index.ts';
import { openDatabase } from '../api/db/open.ts';
import { sourceStates } from '../api/db/source-states.ts';
import { WriteQueue } from '../api/db/write-queue.ts';
import type { IngestParts } from '../api/ingest/ingest-source.ts';
import { openReading } from '../api/ingest/open-reading.ts';
import type { Source } from '../api/ingest/source.ts';
import { sourcesToRead } from '../api/ingest/sources-to-read.ts';
import { userAgent } from '../api/ingest/user-agent.ts';
import { createLog } from '../api/log.ts';
import { openItems } from '../api/open-items.ts';
import { readSite } from '../api/static-site.ts';
import { isCalendarDay } from '../src/catalog/schema/primitives.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { inputsHash, isBuilt } from './build-inputs.ts';
import { buildSite } from './build-site.ts';
import { runCommand } from './command.ts';
import { runIngest } from './ingest-run.ts';

const usage = `Reads the sources in content/sources, links their items to models and stores them.

npm run ingest [-- --source ID] [--dry-run] [--since DATE]

  --source ID   reads this source alone; may be given more than once
  --dry-run     reads and tells, and stores nothing
  --since DATE  leaves out news and discussions published before that day, YYYY-MM-DD

Exit status: 0 every source answered, 3 some failed (each is named with the reason; what
the others brought is stored), 2 could not run.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      source: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean', default: false },
      since: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const since = day(values.since);
  const settings = readSettings(process.env);
  const catalog = await builtCatalog(settings);
  const sources = chosen(catalog, settings, values.source);
  const isDryRun = values['dry-run'];
  const now = () => new Date();
  const reading = openReading(userAgent(settings.publicUrl), now);
  const storing = isDryRun ? storingNothing() : await openStoring(settings, catalog, now);
  try {
    const run = { sources, since, isDryRun, isWatched: process.stdout.isTTY };
    return await runIngest(run, { ...reading.parts, ...storing.parts, now }, console.log);
  } finally {
    await reading.close();
    await storing.close();
  }
});

function day(written: string | undefined): Date | undefined {
  if (written === undefined) return undefined;
  if (isCalendarDay(written)) return new Date(`${written}T00:00:00Z`);
  throw new Error(`--since ${written} is not a day of the calendar, written YYYY-MM-DD.`);
}

/** The catalog as it is built; what is not built yet is, and says so where results do not go. */
async function builtCatalog(settings: Settings): Promise<CatalogIndex> {
  const builtFor = settings.day ?? today();
  if (!(await isBuilt(settings.outDir, await inputsHash(settings, builtFor)))) {
    await buildSite(settings, builtFor, console.error);
  }
  return catalogIndex(await readSite(settings.outDir));
}

/** All sources that are on, or those that are asked for. @throws when one of these is off, or is not there. */
function chosen(
  { sources }: CatalogIndex,
  { sourcesOn }: Settings,
  ids: readonly string[] | undefined,
): readonly Source[] {
  const on = sourcesToRead(sources, sourcesOn);
  if (ids === undefined) return on;
  for (const id of ids) {
    const source = sources.get(id);
    if (!source) throw new Error(`There is no source ${id} in content/sources.`);
    if (on.some((other) => other.id === id)) continue;
    throw new Error(`${id} is off: ${source.off}. SOURCES_ON=${id} reads it all the same.`);
  }
  return on.filter(({ id }) => ids.includes(id));
}

interface Storing {
  readonly parts: Pick<IngestParts, 'store' | 'states'>;
  close(): Promise<void>;
}

function storingNothing(): Storing {
  return {
    parts: {
      store: async () => ({ created: 0, updated: 0, unchanged: 0, closed: 0, refused: [] }),
      states: { read: async () => ({ failures: 0 }), write: async () => undefined },
    },
    close: async () => undefined,
  };
}

async function openStoring(
  { database: where, logLevel }: Settings,
  catalog: CatalogIndex,
  now: () => Date,
): Promise<Storing> {
  const database = await openDatabase(where);
  const writes = new WriteQueue(database);
  const log = createLog(logLevel, console.error);
  const items = await openItems({ database, writes, catalog, now, log });
  return {
    parts: { store: items.storeItems, states: sourceStates(database, writes) },
    async close() {
      await items.close();
      database.close();
    },
  };
}
