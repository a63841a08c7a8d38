import { AppError, type ErrorKind } from "@atrium/core/error";
import { log } from "@atrium/core/log";
import { HTTPException } from "hono/http-exception";

const statuses: Record<ErrorKind, [number, string]> = {
  input: [400, "Bad request"],
  auth: [401, "Not signed in"],
  forbidden: [403, "Not allowed"],
  not_found: [404, "Not found"],
  not_acceptable: [406, "Not acceptable"],
  conflict: [409, "Conflict"],
  stale: [412, "Changed in the meantime"],
  unprocessable: [422, "Cannot be done as asked"],
  precondition: [428, "If-Match is missing"],
  limit: [429, "Too many requests"],
  internal: [500, "Something went wrong"],
  unavailable: [503, "Not available right now"],
};

/** RFC 9457. What is not an error of the domain tells nothing of itself: its place is the log, found by the request id. */
export function problem(error: unknown, requestID: string): Response {
  const known = error instanceof HTTPException ? fromHTTP(error) : error;
  if (!(known instanceof AppError) || known.kind === "internal") {
    log.error("request failed", { error });
    const detail = `Try again. If it happens again, tell an administrator the request id ${requestID}.`;
    return render(500, { title: statuses.internal[1], code: "internal.error", detail }, requestID);
  }
  const [status, title] = error instanceof HTTPException ? [error.status, known.message] : statuses[known.kind];
  const errors = known.fields.length > 0 ? { errors: known.fields } : {};
  return render(status, { title, code: known.code, detail: known.message, ...errors }, requestID, headersOf(known));
}

function render(status: number, body: object, requestID: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", status, ...body, requestId: requestID }), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "x-request-id": requestID,
      "cache-control": "no-store",
      ...headers,
    },
  });
}

const headersOf = ({ kind, retryAfterSeconds }: AppError): Record<string, string> => ({
  ...(kind === "auth" ? { "www-authenticate": 'Bearer realm="Atrium"' } : {}),
  ...(retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }),
});

/** What the router itself refuses. */
function fromHTTP(error: HTTPException): unknown {
  if (error.status === 400) return new AppError("input", "request.malformed", "The body is not valid JSON.");
  if (error.status === 415)
    return new AppError("input", "request.unsupported_type", "Send the body as application/json.");
  return error.cause ?? error;
}
