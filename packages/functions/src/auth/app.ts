import { Config } from "@atrium/core/config";
import { AppError } from "@atrium/core/error";
import { secret } from "@atrium/core/secret";
import { type Context, Hono } from "hono";
import { viewerAddress } from "../api/client-address.ts";
import { notFound, onError, platform, requestIDOf } from "../api/middleware.ts";
import { problem } from "../api/problem.ts";
import { originOf } from "../api/request.ts";
import { CLIENT_ADDRESS, createAuth } from "./better-auth.ts";
import { refusal } from "./refusal.ts";
import { noteSignIn } from "./sign-in-events.ts";

type Auth = ReturnType<typeof createAuth>;

// A deployment has one origin, or a few while it moves. What a caller could invent must not fill the memory.
const MAX_ORIGINS = 8;
const origins = new Map<string, Auth>();

export const app = new Hono();
app.use(platform());
app.onError(onError);
app.notFound(notFound);

app.on(["GET", "POST"], "/api/auth/*", async (c) => {
  const origin = originOf(c);
  refuseForeign(c, origin);
  const auth = await authFor(origin);
  const answer = await auth.handler(await asSeenByViewer(c, origin));
  await noteSignIn(c.req.path, answer);
  const refused = await refusal(answer);
  if (!refused) return answer;
  // The library may end a session's cookie in the same breath as it refuses.
  const response = problem(refused, requestIDOf(c));
  for (const cookie of answer.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
  return response;
});

/** Signing somebody in from a foreign page is an attack as well, though there is no cookie yet. */
function refuseForeign(c: Context, origin: string): void {
  const given = c.req.header("origin");
  if (c.req.method === "GET" || given === undefined || given === origin) return;
  throw new AppError("forbidden", "auth.bad_origin", "This request did not come from a page of the site.");
}

async function authFor(origin: string): Promise<Auth> {
  const known = origins.get(origin);
  if (known) return known;
  if (origins.size >= MAX_ORIGINS) origins.clear();
  const auth = createAuth(origin, await secret(Config.authSecretARN()));
  origins.set(origin, auth);
  return auth;
}

/** The request under the address the viewer used, with the address the viewer came from. */
async function asSeenByViewer(c: Context, origin: string): Promise<Request> {
  const { pathname, search } = new URL(c.req.url);
  const headers = new Headers(c.req.raw.headers);
  headers.set(CLIENT_ADDRESS, viewerAddress(c));
  const body = c.req.method === "POST" ? await c.req.arrayBuffer() : undefined;
  return new Request(`${origin}${pathname}${search}`, { method: c.req.method, headers, body });
}
