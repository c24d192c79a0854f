import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadCatalog } from '../src/catalog/load.ts';
import { createLinker } from '../src/linking/linker.ts';
import { readSettings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { runCommand } from './command.ts';

const usage = `Finds the models that texts name.

npm run --silent link < items.jsonl > links.jsonl

  reads   { "id", "title", "text"?, "source"?, "publishedAt"? } a line
  prints  { "id", "models": [slug…] } for each, in order, the surest first

Exit status: 0 done, 1 the content has faults, 2 a line is wrong or the command could not run.`;

// Enough to write seldom, little enough to hold.
const batchSize = 64 * 1024;

const itemShape = z.object({
  id: z.union([z.string(), z.number()], 'it has no "id", a string or number'),
  title: z.string('it has no "title"'),
  text: z.string('its "text" is no string').nullish(),
  source: z.string('its "source" is no string').nullish(),
  publishedAt: z
    .string('its "publishedAt" is no string')
    .regex(/^\d{4}-\d{2}-\d{2}/, 'its "publishedAt" starts with no day, YYYY-MM-DD')
    .nullish(),
});

await runCommand(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const { contentDir, day = today() } = readSettings(process.env);
  const link = createLinker(await loadCatalog({ contentDir, day }));
  let number = 0;
  let batch = '';
  const flush = async (): Promise<void> => {
    if (!process.stdout.write(batch)) await once(process.stdout, 'drain');
    batch = '';
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, title, text, source, publishedAt } = await parsedLine(line, number, flush);
    const links = link({
      title,
      text: text ?? undefined,
      source: source ?? undefined,
      publishedAt: publishedAt ?? undefined,
    });
    batch += `${JSON.stringify({ id, models: links.map(({ slug }) => slug) })}\n`;
    if (batch.length > batchSize) await flush();
  }
  await flush();
  return 0;
});

/** @throws with the number of the line and all that is wrong with it, after what came before is written. */
async function parsedLine(
  line: string,
  number: number,
  flush: () => Promise<void>,
): Promise<z.infer<typeof itemShape>> {
  const result = itemShape.safeParse(jsonOf(line));
  if (result.success) return result.data;
  await flush();
  const faults = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? 'it is no JSON object' : message,
  );
  throw new Error(
    `Line ${number} of standard input is wrong: ${faults.join('; ')}.\nExpected { "id", "title", "text"?, "source"?, "publishedAt"? }, found ${line.slice(0, 80)}`,
  );
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // What is no JSON is no object either, and told as such.
    return undefined;
  }
}
