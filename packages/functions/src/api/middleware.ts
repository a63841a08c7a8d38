import { timingSafeEqual } from "node:crypto";
import { Actor } from "@atrium/core/actor";
import { ApiKey } from "@atrium/core/api-key";
import { Audit } from "@atrium/core/audit";
import { Config } from "@atrium/core/config";
import { Deployment } from "@atrium/core/deployment";
import { AppError } from "@atrium/core/error";
import { createID } from "@atrium/core/id";
import { Identity } from "@atrium/core/identity";
import { log, withLogFields } from "@atrium/core/log";
import { secret } from "@atrium/core/secret";
import { ShareLink } from "@atrium/core/share-link";
import type { Context, ErrorHandler, MiddlewareHandler, NotFoundHandler } from "hono";
import { getCookie } from "hono/cookie";
import { viewerAddress } from "./client-address.ts";
import { limit, limitActor, tellLimit } from "./limit.ts";
import { problem } from "./problem.ts";
import { isSecure, originOf } from "./request.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
/** Reads by POST because what is asked is long, or lets somebody hear or an administrator in. */
const HARMLESS =
  /^\/api\/(v1\/search|v1\/crops|v1\/share-links\/open|v1\/sockets|v1\/tables\/[^/]+\/query|v1\/second-factor\/.+|auth\/sign-(in|out)(\/\w+)?)$/;
/** Answered without asking who is there, so that they work while the database sleeps. */
const ANONYMOUS_PATHS = new Set(["/api/v1/health", "/api/v1/openapi.json", "/api/docs"]);

/**
 * What every HTTP function does before its routes: a request id, the origin secret, who acts, and errors as problem+json.
 * Together with `onError` and `notFound`, so that the framework says nothing of its own.
 */
export const platform = (): MiddlewareHandler => async (c, next) => {
  const started = performance.now();
  const requestID = newRequestID(c);
  c.set("requestID", requestID);
  await withLogFields({ requestID }, async () => {
    try {
      await checkFrontDoor(c);
      const actor = await authenticate(c).catch(async (error: unknown) => {
        await limit(c, { address: viewerAddress(c) });
        throw error;
      });
      if (!asksNobody(c)) await limitActor(c, actor);
      await Audit.from({ requestID, address: viewerAddress(c) }, () =>
        Actor.as(actor, async () => {
          if (changes(c)) await Deployment.refuseInMaintenance();
          await next();
        }),
      );
    } catch (error) {
      c.res = problem(error, requestID);
    }
    c.header("x-request-id", requestID);
    tellLimit(c);
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
    log.info("request", {
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    });
  });
};

export const onError: ErrorHandler = (error, c) => problem(error, requestIDOf(c));

export const notFound: NotFoundHandler = (c) =>
  problem(
    new AppError("not_found", "request.no_such_route", `There is no ${c.req.method} ${c.req.path}.`),
    requestIDOf(c),
  );

const changes = (c: Context): boolean => !SAFE_METHODS.has(c.req.method) && !HARMLESS.test(c.req.path);

/** The id of the request under way, to be quoted by whoever reports a failure. */
export const requestIDOf = (c: Context): string => String(c.get("requestID"));

function newRequestID(c: Context): string {
  const given = c.req.header("x-request-id");
  return given !== undefined && /^[\w.:-]{1,100}$/.test(given) ? given : createID("request");
}

/** Only the front door knows the secret; past this point its headers are believed. */
async function checkFrontDoor(c: Context): Promise<void> {
  const expected = Buffer.from(await secret(Config.originSecretARN()));
  const given = Buffer.from(c.req.header("x-origin-secret") ?? "");
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw new AppError("forbidden", "request.not_through_front_door", "Use the address of the site.");
}

const asksNobody = (c: Context): boolean => ANONYMOUS_PATHS.has(c.req.path) && c.req.query("deep") === undefined;

async function authenticate(c: Context): Promise<Actor.Actor> {
  if (asksNobody(c)) return { type: "public" };
  const authorization = c.req.header("authorization");
  if (authorization !== undefined) return byKey(c, authorization);
  const cookie = getCookie(c, Identity.cookieName(isSecure(c)));
  const links = await openedLinks(c);
  if (cookie === undefined && links.length === 0) return { type: "public" };
  checkOrigin(c);
  const actor = cookie === undefined ? undefined : await bySession(c, cookie);
  return { ...(actor ?? { type: "public" }), ...(links.length === 0 ? {} : { links }) };
}

const SECOND_FACTOR = /^\/api\/v1\/second-factor(\/|$)/;

/** Whose sign-in waits for a second proof is nobody, but who has to set one up may do that. */
async function bySession(c: Context, cookie: string): Promise<Actor.Actor | undefined> {
  const key = await secret(Config.authSecretARN());
  const actor = await Identity.readSession(cookie, key);
  if (actor) return actor;
  const awaiting = await Identity.readAwaiting(cookie, key);
  if (!awaiting) return undefined;
  const { userID, sessionID, what } = awaiting;
  if (what === "enrolment" && SECOND_FACTOR.test(c.req.path) && !c.req.path.endsWith("/awaited"))
    return { type: "user", userID, sessionID, admin: false, mayExecute: false };
  return { type: "public", awaiting };
}

/** The share links that this browser has opened; they add to what its person may, signed in or not. */
export async function openedLinks(c: Context): Promise<string[]> {
  const cookie = getCookie(c, ShareLink.cookieName(isSecure(c)));
  return cookie === undefined ? [] : ShareLink.unseal(cookie, await secret(Config.authSecretARN()));
}

async function byKey(c: Context, authorization: string): Promise<Actor.Actor> {
  const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (key?.startsWith("atj_")) return byToken(c, key);
  const actor = key === undefined ? undefined : await ApiKey.authenticate(key);
  if (actor) return actor;
  throw new AppError("auth", "auth.invalid_key", "This API key is not valid (any more). Make a new one on the site.");
}

/** All that a job may call. What it reads of a table is decided where rows are read. */
const OPEN_TO_JOBS = /^\/api\/v1\/(job(\/(reports|uploads|result|results\/\d{1,6}))?|tables\/tbl_\w+\/rows)$/;

async function byToken(c: Context, token: string): Promise<Actor.Actor> {
  if (OPEN_TO_JOBS.test(c.req.path)) {
    const { Job } = await import("@atrium/core/job");
    const actor = await Job.authenticate(token);
    if (actor) return actor;
  }
  throw new AppError(
    "auth",
    "auth.invalid_key",
    "The token of a job opens what its run was given, until the run has ended.",
  );
}

/** A browser sends the cookie whoever asks; only our own pages may change anything with it. */
function checkOrigin(c: Context): void {
  if (SAFE_METHODS.has(c.req.method) || c.req.header("origin") === originOf(c)) return;
  throw new AppError("forbidden", "auth.bad_origin", "This request did not come from a page of the site.");
}
