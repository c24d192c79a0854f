import type { Authored, Entry } from '../authored.ts';
import { kinds } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import { type FieldPath, problemAt, type SourceFile } from '../source-file.ts';
import { isLater } from './dates.ts';

/** Nothing was read, and nothing happened, on a day that is still to come. @param today `YYYY-MM-DD` */
export function pastDayProblems(authored: Authored, today: string): readonly Problem[] {
  const entries = kinds.flatMap((kind): readonly Entry<unknown>[] => [...authored[kind].values()]);
  return [
    ...entries.flatMap(({ file, value }) =>
      daysOfReading(value)
        .filter(({ day }) => day > today)
        .map(({ path, day }) => futureProblem(file, path, `Nobody can have read it on ${day}`)),
    ),
    ...[...authored.models.values()].flatMap(({ file, value }) =>
      (value.benchmarks ?? []).flatMap(({ date }, index) =>
        date !== undefined && isLater(date, today)
          ? [
              futureProblem(
                file,
                ['benchmarks', index, 'date'],
                `It cannot have been measured on ${date}`,
              ),
            ]
          : [],
      ),
    ),
    ...[...authored.news.values()]
      .filter(({ value }) => value.date > today)
      .map(({ file, value }) =>
        futureProblem(file, ['date'], `It cannot have been announced on ${value.date}`),
      ),
  ];

  function futureProblem(file: SourceFile, path: FieldPath, message: string): Problem {
    return problemAt(file, path, {
      code: 'future-day',
      message: `${message}: today is ${today}.`,
      expected: `a day up to ${today}`,
      fix: 'Correct the day.',
    });
  }
}

interface DayOfReading {
  readonly path: FieldPath;
  readonly day: string;
}

/** Every `checked` of a file, wherever it stands, and the `read` of a data set. */
function daysOfReading(value: unknown, path: FieldPath = []): readonly DayOfReading[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    const isDay = (key === 'checked' || key === 'read') && typeof part === 'string';
    return isDay ? [{ path: place, day: part }] : daysOfReading(part, place);
  });
}
