import type { Actor } from "@atrium/core/actor";
import { AppError } from "@atrium/core/error";
import { Rate } from "@atrium/core/rate";
import type { Context } from "hono";
import { viewerAddress } from "./client-address.ts";

type Who = Parameters<typeof Rate.take>[0];

/** Counts a request for who made it: a person, their key besides, or the address where nobody signed in. */
export async function limitActor(c: Context, actor: Actor.Actor): Promise<void> {
  if (actor.type === "public") return limit(c, { address: viewerAddress(c) });
  if (actor.type !== "user") return;
  const { userID, key } = actor;
  return limit(c, { user: userID, ...(key && { key: key.id }) });
}

export async function limit(c: Context, who: Who): Promise<void> {
  const taken = await Rate.take(who);
  if (taken === undefined) return;
  c.set("rate", taken);
  if (taken.allowed) return;
  throw new AppError(
    "limit",
    "request.too_many",
    `These are more requests than ${taken.limit.perSecond} a second. Wait ${taken.retryAfterSeconds} s and go on more slowly.`,
    { retryAfterSeconds: taken.retryAfterSeconds },
  );
}

/** The fields of draft-ietf-httpapi-ratelimit-headers: the quota, its window in seconds, what is left of it and until it is whole. */
export function tellLimit(c: Context): void {
  const taken: Rate.Taken | undefined = c.get("rate");
  if (taken === undefined) return;
  const {
    subject,
    remaining,
    limit: { perSecond, burst },
  } = taken;
  c.header("ratelimit-policy", `"${subject}";q=${burst};w=${Math.ceil(burst / perSecond)}`);
  c.header("ratelimit", `"${subject}";r=${remaining};t=${Math.ceil((burst - remaining) / perSecond)}`);
}
