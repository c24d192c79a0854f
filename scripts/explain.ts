import { parseArgs } from 'node:util';
import { loadCatalog } from '../src/catalog/load.ts';
import { createExplainer, type Explained } from '../src/linking/linker.ts';
import { readSettings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { runCommand } from './command.ts';

const usage = `Shows which models a text is linked to, by which words, how surely, and what was refused.

npm run explain -- --text TEXT [--source SOURCE] [--published DAY]

  --text       a headline or post
  --source     where it stands; one that writes about models lends their names company
  --published  the day it was written, YYYY-MM-DD: a family's name means what was current then;
               left out, the text is taken for half a year old

Exit status: 0 shown, 1 the content has faults, 2 could not run.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      text: { type: 'string' },
      source: { type: 'string' },
      published: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (!values.text) throw new Error(`--text is missing.\n\n${usage}`);
  const { contentDir, day = today() } = readSettings(process.env);
  const explain = createExplainer(await loadCatalog({ contentDir, day }));
  const { text, source, published } = values;
  console.log(explainedText(explain({ title: text, source, publishedAt: published })));
  return 0;
});

function explainedText({ links, nearMisses }: Explained): string {
  if (links.length === 0 && nearMisses.length === 0) return 'No model is named.';
  const told = links.map(
    ({ slug, level, confidence, reason }) =>
      `${slug}  ${level}, ${Math.round(confidence * 100)} %\n  ${reason}`,
  );
  const refused = nearMisses.map(
    ({ words, slugs, reason }) =>
      `“${words}”${slugs.length > 0 ? `  not ${slugs.join(', ')}` : ''}\n  ${reason}`,
  );
  return [
    told.length > 0 ? `Linked:\n\n${told.join('\n')}` : 'Linked: none.',
    ...(refused.length > 0 ? [`Near misses:\n\n${refused.join('\n')}`] : []),
  ].join('\n\n');
}
