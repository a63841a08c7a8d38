import { createHmac, timingSafeEqual } from "node:crypto";

/** A working day: the links in it are asked about anew with every request, so that it may outlive what they give. */
export const COOKIE_SECONDS = 8 * 60 * 60;
/** Opened one after the other in one browser; the oldest are forgotten. */
const MOST = 20;

export const cookieName = (secure: boolean): string => `${secure ? "__Host-" : ""}atrium.links`;

/** `<end>.<id>.<id>….<HMAC>`: which links a browser has opened, not their secrets. Newest first. */
export function seal(ids: readonly string[], key: string, now = Date.now()): string {
  const end = Math.floor(now / 1_000) + COOKIE_SECONDS;
  const payload = [end, ...[...new Set(ids)].slice(0, MOST)].join(".");
  return `${payload}.${sign(payload, key).toString("base64url")}`;
}

/** The links of a cookie that we wrote and whose time is not over. */
export function unseal(cookie: string, key: string, now = Date.now()): string[] {
  const dot = cookie.lastIndexOf(".");
  const payload = cookie.slice(0, Math.max(dot, 0));
  const given = Buffer.from(cookie.slice(dot + 1), "base64url");
  const expected = sign(payload, key);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return [];
  const [end = "", ...ids] = payload.split(".");
  return Number(end) * 1_000 > now ? ids : [];
}

/** With a name before it: the same key signs sessions, and neither may pass for the other. */
const sign = (payload: string, key: string): Buffer => createHmac("sha256", key).update(`links:${payload}`).digest();
