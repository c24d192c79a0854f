import type { Authored, Entry } from '../authored.ts';
import { type Problem, wholeFileProblem } from '../problem.ts';
import type { AuthoredModel } from '../schema/model.ts';
import type { AuthoredNotice } from '../schema/notice.ts';
import { foundText, problemAt } from '../source-file.ts';
import { isLater } from './dates.ts';

/** A notice is filed under its day, and nothing is told of a model before it was there. */
export function newsProblems({ models, news }: Authored): readonly Problem[] {
  return [...news.values()].flatMap((entry) => [
    ...fileNameProblems(entry),
    ...earlyProblems(models, entry),
  ]);
}

function fileNameProblems({ id, file, value: { date } }: Entry<AuthoredNotice>) {
  if (id.startsWith(`${date}-`)) return [];
  const [, slug = 'what-happened'] = /^\d{4}-\d{2}-\d{2}-(.+)$/.exec(id) ?? [];
  return [
    wholeFileProblem(file.path, 'wrong-file-name', {
      message: `The file name does not start with the date ${date}.`,
      expected: 'the date, a hyphen, and a slug that says what happened',
      fix: `Rename it to ${date}-${slug}.md, or correct the date.`,
    }),
  ];
}

function earlyProblems(
  models: Authored['models'],
  { file, value: { kind, date, models: slugs } }: Entry<AuthoredNotice>,
): readonly Problem[] {
  // What is told ahead of a release is a note.
  if (kind === 'note') return [];
  return slugs.flatMap((slug, index) => {
    const model = models.get(slug)?.value;
    if (!model || !isUnreleased(model, date)) return [];
    const path = ['models', index];
    return [
      problemAt(file, path, {
        code: 'news-before-release',
        message: model.releaseDate
          ? `The ${kind} of ${date} is before the release of ${slug}, ${model.releaseDate}.`
          : `The ${kind} of ${date} is of ${slug}, which is only announced.`,
        expected: 'models that were released by then',
        found: foundText(file, path),
        fix: 'Check both dates at their sources; what was said ahead of a release is kind: note.',
      }),
    ];
  });
}

/** Of a model in use whose release nobody dates, nothing is too early. */
const isUnreleased = ({ releaseDate, stage }: AuthoredModel, day: string): boolean =>
  releaseDate === undefined ? stage === 'announced' : isLater(releaseDate, day);
