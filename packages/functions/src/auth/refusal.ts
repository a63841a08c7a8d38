import { AppError, type ErrorKind } from "@atrium/core/error";

const kinds: Record<number, ErrorKind> = {
  400: "input",
  401: "auth",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  415: "input",
  422: "unprocessable",
  429: "limit",
};

/** What the library refuses, as an error of ours: one shape for all of the API. Undefined when it did not refuse. */
export async function refusal(answer: Response): Promise<AppError | undefined> {
  if (answer.status < 400) return undefined;
  const { code, message } = (await answer.json().catch(() => ({}))) as { code?: unknown; message?: unknown };
  const kind = kinds[answer.status] ?? "internal";
  const name = typeof code === "string" ? code.toLowerCase() : answer.status === 429 ? "too_many_attempts" : "refused";
  const seconds = Number(answer.headers.get("x-retry-after") ?? 0);
  return new AppError(kind, `auth.${name}`, typeof message === "string" ? message : "This was refused.", {
    ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}),
  });
}
