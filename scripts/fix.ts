import { writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { kindSchemas } from '../src/catalog/authored.ts';
import { kinds } from '../src/catalog/kinds.ts';
import { mended } from '../src/catalog/mend.ts';
import { decoded } from '../src/catalog/parse.ts';
import { readContent } from '../src/catalog/read.ts';
import { readSettings } from '../src/settings.ts';
import { askedFiles } from './asked-files.ts';
import { runCommand } from './command.ts';

const usage = `Mends how content is written, where there is one right way; comments and layout stay.

npm run fix [-- FILE…]

  FILE  mend only these files

Spaces, tabs and line ends; the order of keys and prices; the spelling of keys, dates, dashes,
fixed words and licences of the SPDX list. Other names, figures and sentences are never touched: what
is wrong in them, npm run check tells.

Exit status: 0 mended or nothing to mend, 2 could not run, or a file is no text.`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const { contentDir } = readSettings(process.env);
  const { raw } = await readContent(contentDir);
  const files = raw.filter(({ path }) => path.endsWith('.yaml'));
  const paths = new Set(
    askedFiles(
      files.map(({ path }) => path),
      positionals,
    ),
  );
  const asked = files.filter(({ path }) => paths.has(path));
  const unread: string[] = [];
  let changed = 0;
  for (const { path: file, bytes } of asked) {
    const kind = kinds.find((one) => one === basename(dirname(file)));
    if (!kind) continue;
    const before = decoded(bytes);
    if (before === undefined) {
      unread.push(`${file} is not UTF-8 text, and stays as it is. Save it again as UTF-8.`);
      continue;
    }
    const { text, mends } = mended(kindSchemas[kind], before);
    if (text === before) continue;
    await writeFile(file, text);
    changed += 1;
    for (const mend of mends) console.log(`${file}  ${mend}`);
  }
  const looked = asked.length === 1 ? '1 file' : `${asked.length} files`;
  console.error(`Looked at ${looked} and mended ${changed}. npm run check tells what is left.`);
  for (const told of unread) console.error(told);
  return unread.length > 0 ? 2 : 0;
});
