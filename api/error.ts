import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** One wrong input: where it was given, and what is wrong with it. */
export interface InputFault {
  /** `query.limit`, `body.items.3.title`. */
  readonly path: string;
  readonly message: string;
}

interface Details {
  readonly detail: string;
  readonly errors?: readonly InputFault[];
  readonly suggestions?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Content too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  503: 'Unavailable',
};

/** A failure that the client is told about, as problem details. */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly errors: readonly InputFault[] | undefined;
  readonly suggestions: readonly string[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    { detail, errors, suggestions, headers, cause }: Details,
  ) {
    super(detail, { cause });
    this.name = 'ApiError';
    this.status = status;
    this.title = titles[status] ?? 'Error';
    this.errors = errors;
    this.suggestions = suggestions;
    this.headers = headers ?? {};
  }
}
