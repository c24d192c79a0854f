import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings, type Settings } from '../src/settings.ts';
import { runCommand } from './command.ts';

const usage = `Measures how fast things are, and writes what it measured as JSON.

npm run bench [-- NAME] [--out FILE]

  NAME   check    the loader in files a second, beside the yaml parser alone
         linking  how well and how fast texts are linked to models, beside JSON.parse alone
         live     reads and follows a second, beside a server and a database that do nothing else
         pages    Lighthouse on the built site: home, the largest model and benchmark page
         without a name, all
  --out  where the JSON goes (default data/bench.json)

Exit status: 0 measured, 2 could not run.`;

/** What a benchmark measured: a table for people and the same as data. */
export interface Measured {
  readonly text: string;
  readonly data: unknown;
}

// Loaded when asked for: Lighthouse and the server take longer to load than the loader to be measured.
const benchmarks: Readonly<Record<string, (settings: Settings) => Promise<Measured>>> = {
  check: async (settings) => (await import('./bench-check.ts')).benchCheck(settings),
  linking: async (settings) => (await import('./bench-linking.ts')).benchLinking(settings),
  live: async (settings) => (await import('./bench-live.ts')).benchLive(settings),
  pages: async (settings) => (await import('./bench-pages.ts')).benchPages(settings),
};

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'data/bench.json' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const unknown = positionals.find((name) => !Object.hasOwn(benchmarks, name));
  if (unknown !== undefined) {
    throw new Error(
      `No benchmark is called "${unknown}"; there are ${new Intl.ListFormat('en').format(Object.keys(benchmarks))}.\n\n${usage}`,
    );
  }
  const settings = readSettings(process.env);
  const results: Record<string, unknown> = {};
  for (const [name, measure] of Object.entries(benchmarks)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const { text, data } = await measure(settings);
    console.log(text);
    results[name] = data;
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  await mkdir(dirname(values.out), { recursive: true });
  await writeFile(values.out, `${JSON.stringify({ machine, ...results }, null, 2)}\n`);
  console.error(`Wrote ${values.out}.`);
  return 0;
});
