import { z } from 'zod';
import { anyId, jsonAnswer, text } from '../json-answer.ts';
import { payInWords } from '../pay.ts';
import { boardBytes, type Reader } from '../reader.ts';

const answer = z.array(
  z.object({
    id: anyId,
    text,
    hostedUrl: text,
    createdAt: z.number().nullish().catch(undefined),
    workplaceType: text,
    openingPlain: text,
    descriptionPlain: text,
    description: text,
    categories: z
      .object({ location: text, commitment: text, allLocations: z.array(z.string()).nullish() })
      .nullish()
      .catch(undefined),
    salaryRange: z
      .object({
        currency: text,
        interval: text,
        min: z.number().nullish(),
        max: z.number().nullish(),
      })
      .nullish()
      .catch(undefined),
  }),
);

/** The positions on a board of Lever (https://github.com/lever/postings-api). */
export const lever: Reader = {
  accept: 'application/json',
  mostBytes: boardBytes,
  isDocumentedApi: true,
  requests: ({ address }) => [
    address.startsWith('http')
      ? address
      : `https://api.lever.co/v0/postings/${encodeURIComponent(address)}?mode=json`,
  ],
  read({ text: body }) {
    const postings = jsonAnswer(body, answer);
    const drafts = postings.map((posting) => {
      const place = posting.categories?.allLocations?.join(' · ') || posting.categories?.location;
      return {
        externalId: posting.id,
        url: posting.hostedUrl,
        title: posting.text,
        text: posting.descriptionPlain ?? posting.description ?? posting.openingPlain,
        publishedAt: posting.createdAt ?? undefined,
        place,
        isRemote: isRemote(posting.workplaceType, place),
        employmentType: posting.categories?.commitment,
        salary: posting.salaryRange ? payInWords(posting.salaryRange) : undefined,
      };
    });
    // Without `limit` everything is listed. An empty board is more often one that moved.
    return { drafts, isComplete: postings.length > 0 };
  },
};

/** What the board says of it. A hybrid position is neither; one of several places may be no place. */
function isRemote(
  workplaceType: string | undefined,
  places: string | undefined,
): boolean | undefined {
  if (workplaceType === 'remote' || /\bremote\b/i.test(places ?? '')) return true;
  return /^on-?site$/.test(workplaceType ?? '') ? false : undefined;
}
