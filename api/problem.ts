import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { InputFault } from './error.ts';

/** What went wrong, as RFC 9457 has it. */
interface ProblemDetails {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly detail: string;
  /** Names that the client may have meant. */
  readonly suggestions?: readonly string[] | undefined;
  readonly errors?: readonly InputFault[] | undefined;
}

/** Answers with problem details. @see https://www.rfc-editor.org/rfc/rfc9457 */
export function problem(
  context: Context,
  details: ProblemDetails,
  headers: Record<string, string> = {},
): Response {
  const body = { type: 'about:blank', ...details, instance: context.req.path };
  return context.body(JSON.stringify(body), details.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...headers,
  });
}
