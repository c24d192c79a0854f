import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { checkContent } from '../src/catalog/check.ts';
import { joinedCatalog } from '../src/catalog/load.ts';
import { type Problem, problemAnnotation, problemText } from '../src/catalog/problem.ts';
import { readSettings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { askedFiles } from './asked-files.ts';
import { contentReport } from './content-report.ts';

const usage = `Checks the content: every fault in one run, with its place and what to do.

npm run check [-- FILE…] [--format text|json|github] [--report]

  FILE      tell only the faults of these files; the whole content is read all the same
  --format  text for people (default), json for programs, github for annotations in a pull request
  --report  tell how well clean content is covered: facts by field and maker, sources, gaps, oldest checks

Exit status: 0 clean, 1 faults, 2 could not run.`;

const formats = {
  text: (problems: readonly Problem[]): string => problems.map(problemText).join('\n\n'),
  json: (problems: readonly Problem[]): string => JSON.stringify(problems, null, 2),
  github: (problems: readonly Problem[]): string => problems.map(problemAnnotation).join('\n'),
};

async function check(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      report: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const format = z
    .enum(['text', 'json', 'github'], `--format takes text, json or github, not "${values.format}"`)
    .parse(values.format);
  if (values.report && format !== 'text') throw new Error('--report is text; leave out --format.');
  const { contentDir, day = today() } = readSettings(process.env);
  const content = await checkContent(contentDir, today());
  const { problems, read } = content;
  const files = [...read.raw.map(({ path }) => path), ...problems.map(({ file }) => file)];
  const asked = new Set(askedFiles(files, positionals).map((file) => resolve(file)));
  const told = problems.filter(({ file }) => asked.has(resolve(file)));
  const text = formats[format](told);
  if (text) console.log(text);
  const where = `${asked.size} ${asked.size === 1 ? 'file' : 'files'}`;
  console.error(
    told.length === 0
      ? `Checked ${where}: no faults.`
      : `\nChecked ${where}: ${told.length} ${told.length === 1 ? 'fault' : 'faults'} in ${new Set(told.map(({ file }) => file)).size} of them.`,
  );
  if (values.report && problems.length === 0) {
    console.log(contentReport(joinedCatalog(content, { contentDir, day })));
  }
  return told.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await check();
} catch (error) {
  const told =
    error instanceof z.ZodError
      ? error.issues.map(({ message }) => message).join('\n')
      : (error as Error).message;
  console.error(`The check could not run: ${told}\n\n${usage}`);
  process.exitCode = 2;
}
