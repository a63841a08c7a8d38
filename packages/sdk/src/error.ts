export type FieldError = { path: string; message: string };

/** Every failure of the client: the API's problem document, or `network.…` and `upload.…` for what never reached it. */
export class AtriumError extends Error {
  override readonly name = "AtriumError";
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: FieldError[];
  readonly requestId: string | undefined;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail, options);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId;
  }
}

type Problem = { status: number; code: string; detail: string; errors?: FieldError[]; requestId?: string };

/** Reads a refusal. Something between us and the API may answer in its own words (a proxy's HTML page), so nothing is taken for granted. */
export async function errorFrom(response: Response): Promise<AtriumError> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = (typeof body === "object" && body !== null ? body : {}) as Partial<Problem> & { message?: unknown };
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  return new AtriumError({
    status: response.status,
    code: text(problem.code) ?? `http.${response.status}`,
    detail:
      text(problem.detail) ??
      text(problem.message) ??
      `The server answered ${response.status} ${response.statusText}`.trim(),
    errors: Array.isArray(problem.errors) ? problem.errors : [],
    requestId: text(problem.requestId) ?? response.headers.get("x-request-id") ?? undefined,
  });
}
