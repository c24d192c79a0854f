import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { checkContent } from '../src/catalog/check.ts';
import { problemText } from '../src/catalog/problem.ts';
import { isSlug, slugInWords, slugOf } from '../src/catalog/schema/primitives.ts';
import { readSettings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import { runCommand } from './command.ts';
import { newFile } from './new-files.ts';
import { faultOf, type NewKind, newKinds, type Question, questions } from './new-questions.ts';

const usage = `Asks what must be known, and writes an annotated content file.

npm run new -- ${newKinds.join('|')} [SLUG] [--FLAG ANSWER …]

${newKinds.map((kind) => `  ${kind.padEnd(10)} ${questions[kind].map(({ flag }) => `--${flag}`).join(' ')}`).join('\n')}

Every question has its flag; in a terminal, what no flag answers is asked.

Exit status: 0 written and clean, 1 written with faults to mend, 2 could not run.`;

await runCommand(async () => {
  const flags = [...new Set(newKinds.flatMap((kind) => questions[kind].map(({ flag }) => flag)))];
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }])),
      help: { type: 'boolean' as const, short: 'h' },
    },
  });
  if (values['help']) {
    console.log(usage);
    return 0;
  }
  const [asked, slug] = positionals;
  const kind = newKinds.find((one) => one === asked);
  if (!kind) throw new Error(`Say what is new: ${newKinds.join(', ')}.\n\n${usage}`);
  const given = values as Readonly<Record<string, string>>;
  const stray = flags.filter(
    (flag) => given[flag] !== undefined && !questions[kind].some((one) => one.flag === flag),
  );
  if (stray.length > 0) throw new Error(`A ${kind} takes no --${stray.join(', --')}.\n\n${usage}`);
  const { contentDir } = readSettings(process.env);
  const folder = join(contentDir, `${kind}s`);
  await mkdir(folder, { recursive: true });
  const pathOf = (id: string) => join(folder, `${id}.yaml`);
  /** What keeps a file of this slug from being written; told before the questions that come after it. */
  const slugFault = (id: string): string | undefined => {
    if (id === '') return `No slug can be made of it: name one, as in npm run new -- ${kind} SLUG.`;
    if (!isSlug(id)) return `"${id}" is no slug: ${slugInWords}.`;
    return existsSync(pathOf(id)) ? `${pathOf(id)} stands already.` : undefined;
  };
  const fault = slug === undefined ? undefined : slugFault(slug);
  if (fault) throw new Error(fault);
  const answers = await answered(kind, given, ({ flag }, answer) =>
    flag === 'name' && slug === undefined ? slugFault(slugOf(answer)) : undefined,
  );
  const id = slug ?? slugOf(answers['name'] ?? '');
  const path = pathOf(id);
  // Never over a file that stands.
  await writeFile(path, newFile(kind, answers, today()), { flag: 'wx' }).catch(
    (cause: NodeJS.ErrnoException) => {
      throw cause.code === 'EEXIST' ? new Error(`${path} stands already.`, { cause }) : cause;
    },
  );
  const { problems } = await checkContent(contentDir, today());
  const own = problems.filter(
    ({ file, code, message }) =>
      // An alias of the same name is told of the file that has it.
      file === path || (code === 'duplicate-slug' && message.includes(`"${id}"`)),
  );
  if (own.length > 0) console.error(`${own.map(problemText).join('\n\n')}\n`);
  console.log(path);
  console.error(
    own.length === 0
      ? 'Written, and it passes the check. Fill in what else a source says.'
      : 'Written; mend what is told above, then run npm run check.',
  );
  return own.length === 0 ? 0 : 1;
});

type FaultIn = (question: Question, answer: string) => string | undefined;

/**
 * The answer to each question: from its flag, else asked for in a terminal.
 *
 * @param otherFault what else may be wrong with an answer that fits.
 * @throws naming every flag at fault.
 */
async function answered(
  kind: NewKind,
  given: Readonly<Record<string, string>>,
  otherFault: FaultIn,
): Promise<Readonly<Record<string, string>>> {
  const canAsk = process.stdin.isTTY === true;
  const faultIn: FaultIn = (question, answer) =>
    faultOf(question, answer) ?? otherFault(question, answer);
  const faults = questions[kind].flatMap((question) => {
    const answer = given[question.flag];
    if (answer === undefined && (canAsk || question.otherwise !== undefined)) return [];
    const fault = faultIn(question, answer ?? '');
    return fault ? [`--${question.flag}: ${fault}`] : [];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const terminal = canAsk
    ? createInterface({ input: process.stdin, output: process.stderr })
    : undefined;
  const answers: Record<string, string> = {};
  for (const question of questions[kind]) {
    const { flag, otherwise = '' } = question;
    const answer = given[flag] ?? (terminal ? await ask(terminal, question, faultIn) : otherwise);
    answers[flag] = answer === '' ? otherwise : answer;
  }
  terminal?.close();
  return answers;
}

async function ask(
  terminal: ReturnType<typeof createInterface>,
  question: Question,
  faultIn: FaultIn,
): Promise<string> {
  for (;;) {
    const hint = question.otherwise ? ` [${question.otherwise}]` : '';
    const answer = (await terminal.question(`${question.asks}${hint}: `)).trim();
    const fault = faultIn(question, answer);
    if (fault === undefined) return answer;
    console.error(`  ${fault}`);
  }
}
