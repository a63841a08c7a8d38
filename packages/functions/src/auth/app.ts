import { Actor } from "@atrium/core/actor";
import { Config } from "@atrium/core/config";
import { Deployment } from "@atrium/core/deployment";
import { AppError } from "@atrium/core/error";
import { Mail } from "@atrium/core/mail";
import { type Context, Hono } from "hono";
import { viewerAddress } from "../api/client-address.ts";
import { notFound, onError, platform, requestIDOf } from "../api/middleware.ts";
import { problem } from "../api/problem.ts";
import { originOf } from "../api/request.ts";
import { CLIENT_ADDRESS } from "./client-address.ts";
import { guarded } from "./guard.ts";
import { authFor } from "./instances.ts";
import { noteRefusal } from "./note-refusal.ts";
import { providerOf, withArrival } from "./provider.ts";
import { refusal } from "./refusal.ts";

const BASE = "/api/auth";
// Names that the router of the library and ours read alike: what is counted by its path must not have a second one.
const PLAIN = /^\/api\/auth(\/[\w.~:-]+)+$/;

export const app = new Hono();
app.use(platform());
app.onError(onError);
app.notFound(notFound);

app.on(["GET", "POST"], `${BASE}/*`, async (c) => {
  if (!PLAIN.test(c.req.path)) return notFound(c);
  const path = c.req.path.slice(BASE.length);
  const response = await answer(c, path).catch((error: unknown) => problem(error, requestIDOf(c)));
  await noteRefusal(path, response);
  return response;
});

async function answer(c: Context, path: string): Promise<Response> {
  const origin = originOf(c);
  refuseForeign(c, origin);
  refuseUnfinished(path);
  const { bytes, body } = await bodyOf(c);
  const provider = await providerOf(path, body);
  const given = await guarded({ path, body, address: viewerAddress(c) }, async ({ invited }) => {
    const auth = await authFor({ origin, proves: await mustBeProven(), mails: Mail.isOn(), invited, provider });
    return withArrival(() => auth.handler(asSeenByViewer(c, origin, bytes)));
  });
  const refused = await refusal(given);
  if (!refused) return given;
  // The library may end a session's cookie in the same breath as it refuses.
  const response = problem(refused, requestIDOf(c));
  for (const cookie of given.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
  return response;
}

/** On one machine everybody who reaches it may make an account: an unproven address then keeps nobody out, and opens no domain. */
async function mustBeProven(): Promise<boolean> {
  if (!Mail.isOn()) return false;
  return Config.provesAddresses() || (await Deployment.read()).signUp !== "open";
}

/** Signing somebody in from a foreign page is an attack as well, though there is no cookie yet. */
function refuseForeign(c: Context, origin: string): void {
  const given = c.req.header("origin");
  if (c.req.method === "GET" || given === undefined || given === origin) return;
  throw new AppError("forbidden", "auth.bad_origin", "This request did not come from a page of the site.");
}

/** What somebody may do whose sign-in waits for a second proof: begin anew, or leave. */
const UNFINISHED =
  /^\/(sign-(in|up|out)(\/\w+)?|callback\/[\w-]+|request-password-reset|reset-password|(send-)?verif[\w-]+)$/;

/** The library takes the session as it is, so that it is not asked before the session is one. */
function refuseUnfinished(path: string): void {
  const who = Actor.current();
  if (who.type === "public" && who.awaiting && !UNFINISHED.test(path)) Actor.user();
}

/** JSON or nothing: a form would be read by the library and not by us. */
async function bodyOf(c: Context): Promise<{ bytes?: ArrayBuffer; body?: unknown }> {
  if (c.req.method !== "POST") return {};
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength === 0) return { bytes };
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? ""))
    throw new AppError("input", "request.unsupported_type", "Send the body as application/json.");
  try {
    return { bytes, body: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch (cause) {
    throw new AppError("input", "request.malformed", "The body is not valid JSON.", { cause });
  }
}

/** The request under the address the viewer used, with the address the viewer came from. */
function asSeenByViewer(c: Context, origin: string, body: ArrayBuffer | undefined): Request {
  const { pathname, search } = new URL(c.req.url);
  const headers = new Headers(c.req.raw.headers);
  headers.set(CLIENT_ADDRESS, viewerAddress(c));
  return new Request(`${origin}${pathname}${search}`, { method: c.req.method, headers, ...(body ? { body } : {}) });
}
