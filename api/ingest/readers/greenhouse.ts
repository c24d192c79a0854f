import { z } from 'zod';
import { anyId, jsonAnswer, text } from '../json-answer.ts';
import { boardBytes, type Reader } from '../reader.ts';

const answer = z.object({
  jobs: z.array(
    z.object({
      id: anyId,
      title: text,
      absolute_url: text,
      company_name: text,
      content: text,
      first_published: text,
      location: z.object({ name: text }).nullish(),
      metadata: z
        .array(z.object({ name: text, value: z.unknown() }))
        .nullish()
        .catch([]),
    }),
  ),
  meta: z.object({ total: z.int() }).nullish().catch(undefined),
});

/** The positions on a board of Greenhouse (https://developers.greenhouse.io/job-board.html). */
export const greenhouse: Reader = {
  accept: 'application/json',
  mostBytes: boardBytes,
  isDocumentedApi: true,
  requests: ({ address }) => [
    address.startsWith('http')
      ? address
      : `https://boards-api.greenhouse.io/v1/boards/${encodeURIComponent(address)}/jobs?content=true`,
  ],
  read({ text: body }) {
    const { jobs, meta } = jsonAnswer(body, answer);
    const drafts = jobs.map((job) => ({
      externalId: job.id,
      url: job.absolute_url,
      title: job.title,
      // Escaped twice, which plainText() unescapes.
      text: job.content,
      publishedAt: job.first_published,
      company: job.company_name,
      place: job.location?.name,
      isRemote: /\bremote\b/i.test(job.location?.name ?? '') || undefined,
      employmentType: employmentType(job.metadata ?? []),
    }));
    // A board with nothing on it is more often one that moved than one that hires nobody.
    const isComplete = jobs.length > 0 && (meta?.total ?? jobs.length) <= jobs.length;
    return { drafts, isComplete };
  },
};

/** Boards have fields of their own; many call this one so. */
function employmentType(
  metadata: readonly { readonly name?: string | undefined; readonly value?: unknown }[],
): string | undefined {
  const value = metadata.find(({ name }) => /^employment type$/i.test(name ?? ''))?.value;
  return typeof value === 'string' ? value : undefined;
}
