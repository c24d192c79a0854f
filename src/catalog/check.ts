import { type CheckedContent, consistentContent, sorted } from './load.ts';
import { parseOnThreads } from './parse-threads.ts';
import { pastDayProblems } from './rules/past-days.ts';

/**
 * Reads and checks a content folder on all cores, without making a catalog of it.
 *
 * @param today `YYYY-MM-DD`; what is said to have happened later is a fault.
 * @throws when the folder cannot be read.
 */
export async function checkContent(contentDir: string, today: string): Promise<CheckedContent> {
  const content = await consistentContent(contentDir, parseOnThreads);
  const problems = [...content.problems, ...pastDayProblems(content.authored, today)];
  return { ...content, problems: sorted(problems) };
}
