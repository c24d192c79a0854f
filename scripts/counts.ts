import { parseArgs } from 'node:util';
import { countDifferences, type ModelCounts, repairCounts } from '../api/db/counts.ts';
import { openDatabase } from '../api/db/open.ts';
import { WriteQueue } from '../api/db/write-queue.ts';
import { readSettings } from '../src/settings.ts';
import { runCommand } from './command.ts';

const usage = `Counts views, follows and items anew and compares with the stored counts.

npm run counts [-- --repair]

  --repair  sets the stored counts to what was counted

Exit status: 0 equal or repaired, 1 different, 2 could not run.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { repair: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const database = await openDatabase(readSettings(process.env).database);
  try {
    const differences = await countDifferences(database);
    for (const { model, stored, recounted } of differences) {
      console.log(`${model}: stored ${inWords(stored)}; counted ${inWords(recounted)}`);
    }
    if (differences.length === 0) {
      console.log('Every stored count is what counting anew gives.');
      return 0;
    }
    if (!values.repair) return 1;
    await repairCounts(new WriteQueue(database));
    console.log('Set these to what was counted.');
    return 0;
  } finally {
    database.close();
  }
});

function inWords(counts: ModelCounts): string {
  const { viewCount, followCount, newsCount, discussionCount, jobCount } = counts;
  return `${viewCount} views, ${followCount} follows, ${newsCount} news, ${discussionCount} discussions, ${jobCount} jobs`;
}
