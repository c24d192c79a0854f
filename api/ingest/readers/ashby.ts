import { z } from 'zod';
import { anyId, jsonAnswer, text } from '../json-answer.ts';
import { boardBytes, type Reader } from '../reader.ts';

const answer = z.object({
  jobs: z.array(
    z.object({
      id: anyId,
      title: text,
      jobUrl: text,
      location: text,
      secondaryLocations: z
        .array(z.object({ location: text }))
        .nullish()
        .catch([]),
      employmentType: text,
      isListed: z.boolean().nullish(),
      isRemote: z.boolean().nullish().catch(undefined),
      publishedAt: text,
      descriptionPlain: text,
      descriptionHtml: text,
      compensation: z.object({ compensationTierSummary: text }).nullish().catch(undefined),
    }),
  ),
});

/** The positions on a board of Ashby (https://developers.ashbyhq.com/docs/public-job-posting-api). */
export const ashby: Reader = {
  accept: 'application/json',
  mostBytes: boardBytes,
  isDocumentedApi: true,
  requests: ({ address }) => [
    address.startsWith('http')
      ? address
      : `https://api.ashbyhq.com/posting-api/job-board/${encodeURIComponent(address)}?includeCompensation=true`,
  ],
  read({ text: body }) {
    const { jobs } = jsonAnswer(body, answer);
    const drafts = jobs
      .filter(({ isListed }) => isListed !== false)
      .map((job) => ({
        externalId: job.id,
        url: job.jobUrl,
        title: job.title,
        text: job.descriptionPlain ?? job.descriptionHtml,
        publishedAt: job.publishedAt,
        place: placesOf(job),
        isRemote: job.isRemote ?? undefined,
        employmentType: words(job.employmentType),
        salary: job.compensation?.compensationTierSummary,
      }));
    // A board that does not exist may answer an empty list, which must not close what is open.
    return { drafts, isComplete: jobs.length > 0 };
  },
};

const placesOf = ({
  location,
  secondaryLocations,
}: z.infer<typeof answer>['jobs'][number]): string | undefined =>
  [location, ...(secondaryLocations ?? []).map((other) => other.location)]
    .filter((place) => place !== undefined)
    .join(' · ') || undefined;

/** `FullTime` as people write it. */
const words = (name: string | undefined): string | undefined =>
  name?.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
