import { AppError } from "@atrium/core/error";
import { Idempotency } from "@atrium/core/idempotency";
import type { Context } from "hono";

/** The viewer's origin, as the front door vouches for it. */
export function originOf(c: Context): string {
  const host = c.req.header("x-forwarded-host") ?? "";
  const protocol = c.req.header("x-forwarded-proto") ?? "https";
  return `${protocol}://${host}`;
}

/** Whether the viewer has TLS, so that cookies can be bound to the origin. */
export const isSecure = (c: Context): boolean => originOf(c).startsWith("https:");

/** The revision a change is based on. `*` takes whatever is there. CloudFront weakens tags, so `W/` counts as well. */
export function revisionOf(c: Context): number | undefined {
  const header = c.req.header("if-match");
  if (header !== undefined) return parseRevision(header);
  throw new AppError(
    "precondition",
    "request.if_match_required",
    "Send the ETag you read as If-Match, so that nobody's change is lost.",
  );
}

/** The same where the header may be left out. */
export function optionalRevisionOf(c: Context): number | undefined {
  const header = c.req.header("if-match");
  return header === undefined ? undefined : parseRevision(header);
}

function parseRevision(header: string): number | undefined {
  if (header.trim() === "*") return undefined;
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  // Not one of our tags, so it cannot be the current one.
  return digits === undefined ? -1 : Number(digits);
}

/** Does what a POST asks once per Idempotency-Key; a repetition gets the reference of the first. */
export const once = <R extends Record<string, string>>(c: Context, body: unknown, run: () => Promise<R>) =>
  Idempotency.once({ route: `${c.req.method} ${c.req.path}`, key: c.req.header("idempotency-key"), body }, run);
