import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadCatalog } from '../src/catalog/load.ts';
import { knownModel } from '../src/catalog/lookup.ts';
import { quickstartLanguages } from '../src/catalog/schema/protocol.ts';
import { readSettings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { runCommand } from './command.ts';
import { protocolSnippets, shownSnippets, snippetsToRun } from './quickstarts/choose.ts';
import { proveSnippets } from './quickstarts/prove.ts';
import { preparePython } from './quickstarts/python.ts';
import { provenCases, recordProofs } from './quickstarts/record.ts';
import { failureText } from './quickstarts/snippet.ts';

const usage = `Proves the quickstarts: parses them, checks their types, and runs them as the pages show them
against providers that are played on this machine. Nothing leaves it.

npm run quickstarts [-- --model SLUG] [--language curl|python|typescript]

  --model     prove those of one model alone
  --language  prove those of one language alone

Proven without either, they are recorded in content/protocols, with the day; commit what changes there.

Exit status: 0 proven, 1 at least one failed, 2 could not run.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      model: { type: 'string' },
      language: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const language = z
    .enum(
      quickstartLanguages,
      `--language takes ${quickstartLanguages.join(', ')}, not "${values.language}"`,
    )
    .optional()
    .parse(values.language);
  const start = performance.now();
  const { contentDir, day = today() } = readSettings(process.env);
  const catalog = await loadCatalog({ contentDir, day });
  const slug = values.model && knownModel(catalog, values.model).slug;
  const all = [...shownSnippets(catalog), ...(slug === undefined ? protocolSnippets(catalog) : [])];
  const asked = all.filter(
    (snippet) =>
      (slug === undefined || snippet.model === slug) &&
      (language === undefined || snippet.language === language),
  );
  const runs = snippetsToRun(asked);
  const python = runs.some((snippet) => snippet.language === 'python')
    ? await preparePython(catalog.protocols.values(), console.error)
    : {};
  const failures = await proveSnippets(runs, { python, onProgress: showProgress });
  for (const failure of failures) console.log(`${failureText(failure)}\n`);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  if (python.skipped) console.log(python.skipped);
  if (failures.length > 0) {
    console.log(`${failures.length} faults in ${runs.length} snippets, in ${seconds} s.`);
    return 1;
  }
  console.log(
    `Proved ${asked.length} snippets: ${runs.length} by themselves, the rest by substitution, in ${seconds} s.`,
  );
  if (slug === undefined && language === undefined) {
    const languages = quickstartLanguages.filter(
      (one) => one !== 'python' || python.runner !== undefined,
    );
    const changed = await recordProofs(contentDir, provenCases(catalog, asked, languages));
    if (changed.length > 0) console.log(`Recorded what is new of ${changed.join(', ')}.`);
  }
  return 0;
});

function showProgress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`);
  else if (done % 50 === 0) console.error(`Ran ${done} of ${all}.`);
}
