import { userAgent } from '../api/ingest/user-agent.ts';
import { loadCatalog } from '../src/catalog/load.ts';
import { slugOf } from '../src/catalog/schema/primitives.ts';
import { driftOf } from '../src/drift/compare.ts';
import { type Drift, isMakers, pickName } from '../src/drift/finding.ts';
import { narrowed } from '../src/drift/narrow.ts';
import { driftJson, driftText } from '../src/drift/report.ts';
import { readSettings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { withNotes } from './drift/add-notes.ts';
import { checkNames, type Given, given, sourceOf, usage } from './drift/flags.ts';
import { askedFindings, namedFindings } from './drift/pick.ts';
import { publishedSet, setInFile } from './drift/read-set.ts';
import { writePicked } from './drift/write-picked.ts';

async function drift(): Promise<number> {
  const values = given();
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const source = sourceOf(values);
  if (process.stderr.isTTY) console.error(`Reading the catalog and ${source.name} …`);
  const { contentDir, publicUrl, day = today() } = readSettings(process.env);
  const catalog = await loadCatalog({ contentDir, day });
  checkNames(catalog, values);
  const set =
    values.file === undefined
      ? await publishedSet(source, userAgent(publicUrl))
      : await setInFile(source, values.file);
  const found = await withNotes(catalog, narrowed(driftOf(catalog, source, set), values));
  if (values.write) return write(found, values, { catalog, contentDir, day: today() });
  console.log(values.format === 'json' ? driftJson(source.name, found) : driftText(found));
  const next = nextText(values, found);
  if (values.format === 'text' && next) console.error(next);
  return found.findings.length + found.newModels.length > 0 ? 1 : 0;
}

async function write(
  found: Drift,
  { pick }: Given,
  place: Parameters<typeof writePicked>[0],
): Promise<number> {
  const terminal = { input: process.stdin, output: process.stderr };
  const picked = pick ? namedFindings(found, pick) : await askedFindings(found, terminal);
  const { written, refused } = await writePicked(place, picked);
  for (const path of written) console.log(path);
  const told =
    written.length === 1 ? 'a file, which passes' : `${written.length} files, which pass`;
  console.error(
    written.length > 0
      ? `Wrote theirs into ${told} the check. Look at git diff.`
      : 'Nothing was written.',
  );
  const noted = picked.filter(({ note }) => note !== undefined).map(pickName);
  if (noted.length > 0)
    console.error(`Comments beside these may speak of ours: ${noted.join(', ')}`);
  if (refused.length === 0) return 0;
  console.error(`\nThese stay as they were, since they would not pass:\n\n${refused.join('\n\n')}`);
  return 1;
}

/** What a contributor can do about what was listed. */
function nextText({ source, file }: Given, { findings, newModels }: Drift): string {
  // An example to follow takes nothing away.
  const [example] = findings
    .filter((finding) => finding.change && finding.kind !== 'gone' && !isMakers(finding))
    .toSorted((one, other) => pickName(one).length - pickName(other).length);
  const [first] = newModels;
  const id = first && slugOf(first.listing.id.slice(first.listing.id.lastIndexOf('/') + 1));
  const again = `npm run drift -- --source ${source}${file === undefined ? '' : ` --file ${file}`}`;
  return [
    ...(findings.length > 0
      ? [
          '\nNeither side is right because it differs: write what stands with who makes or sells the model.',
        ]
      : []),
    ...(example ? [`To take theirs: ${again} --write --pick '${pickName(example)}'`] : []),
    ...(first ? [`To add a model: npm run new -- model ${id} --provider ${first.maker}`] : []),
  ].join('\n');
}

try {
  process.exitCode = await drift();
} catch (error) {
  // Content with faults could not be compared either: 1 would say that something differs.
  console.error(`${(error as Error).message}\n\nnpm run drift -- --help tells what it takes.`);
  process.exitCode = 2;
}
