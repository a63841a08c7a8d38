/** What went wrong, as far as the caller can act on it; each kind is one HTTP status. */
export type ErrorKind =
  | "input"
  | "unprocessable"
  | "auth"
  | "forbidden"
  | "not_found"
  | "not_acceptable"
  | "conflict"
  | "stale"
  | "precondition"
  | "limit"
  | "unavailable"
  | "internal";

/** One fault of the input: `path` is a JSON pointer into it (`/columns/3/name`). */
export type FieldError = { path: string; message: string };

/**
 * The one error of the domain. `code` is `<domain>.<what>` and never changes; `message` is a sentence for a person,
 * saying what to do. Kind `internal` never shows its message outside.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly kind: ErrorKind;
  readonly code: string;
  readonly fields: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    options: { cause?: unknown; fields?: readonly FieldError[]; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Whether trying again cannot help. Unknown errors may be passing, so they count as retryable. */
export const isPermanent = (error: unknown): boolean =>
  error instanceof AppError && !["limit", "unavailable", "internal"].includes(error.kind);
