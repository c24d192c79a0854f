import { readAnswers } from '../../../api/ingest/answers.ts';
import type { Source } from '../../../api/ingest/source.ts';
import { aSource, now } from './local-site.ts';

/** What a source reads of an answer, as `https://site.example/list` gives it on 22 November 2026. */
export const readingOf = (
  answer: unknown,
  source: Partial<Source>,
  since?: Date,
): ReturnType<typeof readAnswers> => {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const body = new TextEncoder().encode(text);
  return readAnswers(
    [{ url: 'https://site.example/list', contentType: undefined, body }],
    aSource(source),
    { now, since },
  );
};
