/** Why a source could not be read; programs tell kinds apart by the code, people by the message. */
export type SourceErrorCode =
  | 'address-refused'
  | 'network'
  | 'redirects'
  | 'robots'
  | 'status'
  | 'timeout'
  | 'too-large'
  | 'unreadable';

/** A source that could not be read. The message goes on from its name: "it answered 404". */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: SourceErrorCode;
  /** Whether asking again in a moment may help. */
  readonly isPassing: boolean;
  /** How long the site asked us to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: SourceErrorCode,
    message: string,
    options: ErrorOptions & { readonly isPassing?: boolean; readonly retryAfterMs?: number } = {},
  ) {
    super(message, options);
    this.code = code;
    this.isPassing = options.isPassing ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}
