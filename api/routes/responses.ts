import { z } from '@hono/zod-openapi';

/** An error as problem details (RFC 9457). */
export const problemShape = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().describe('the path that was asked for'),
    errors: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .optional()
      .describe('every fault of the input at once'),
    suggestions: z.array(z.string()).optional().describe('slugs that may have been meant'),
  })
  .meta({ id: 'Problem' });

const json = <Shape extends z.ZodType>(schema: Shape, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** The answer that tells of a failure. */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemShape } },
});

/** The answer that holds one thing. */
export const oneOf = <Shape extends z.ZodType>(data: Shape, description: string) => ({
  200: json(z.strictObject({ data }), description),
});

const pagination = z
  .strictObject({
    page: z.int().min(1),
    limit: z.int().min(1),
    total: z.int().min(0),
    totalPages: z.int().min(0),
  })
  .meta({ id: 'Pagination' });

/** The answer that holds one page of a list. */
export const pageOf = <Shape extends z.ZodType>(item: Shape, description: string) => ({
  200: {
    ...json(z.strictObject({ data: z.array(item), pagination }), description),
    headers: z.object({
      Link: z.string().optional().describe('first, prev, next and last page (RFC 8288)'),
    }),
  },
});

export const badInput = { 400: problem('An input is wrong; `errors` names every fault') };
export const unknownModel = {
  308: { description: 'An alias; the model is at the address in Location' },
  404: problem('There is no such model; `suggestions` names the nearest'),
};
export const notSignedIn = { 401: problem('The request names no user') };

/** What a request of a signed-in user carries: a token or the session's cookie. */
export const asUser: Record<string, string[]>[] = [{ bearer: [] }, { session: [] }];
