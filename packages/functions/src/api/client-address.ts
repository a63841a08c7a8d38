import type { Context } from "hono";

/**
 * The viewer's address. Each proxy appends the address it was called from; the last one here is the front door's own, known from the
 * connection, so the one before it is what the front door saw. Anything further left, the client may have made up.
 */
export function clientAddress(forwarded: string | undefined, source: string): string {
  const hops = (forwarded ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  if (hops.at(-1) === source) hops.pop();
  return hops.at(-1) ?? source;
}

/** The same of a request, whose connection API Gateway and function URLs tell of. */
export function viewerAddress(c: Context): string {
  const source: unknown = c.env?.requestContext?.http?.sourceIp;
  return clientAddress(c.req.header("x-forwarded-for"), String(source ?? "127.0.0.1"));
}
