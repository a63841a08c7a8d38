import { sql } from "kysely";
import { z } from "zod";
import { privilegesOfUser } from "../access/others.ts";
import { query } from "../database/index.ts";
import { AppError, isPermanent } from "../error/index.ts";
import type { Delivery } from "../outbox/relay.ts";
import { open, signature } from "./secret.ts";
import { send } from "./send.ts";
import { resolve } from "./target.ts";

const Payload = z.strictObject({ deliveryId: z.number().int() });
const GONE = 410;
const LONGEST_ERROR = 300;

/**
 * Tells another system of an event. A webhook that keeps failing is its owner's matter: its last attempt ends in its own
 * log, where it can be replayed, and not among what the operator must look after.
 */
export async function deliver(payload: unknown, { last }: Pick<Delivery, "last">): Promise<void> {
  const { deliveryId } = Payload.parse(payload);
  const found = await find(deliveryId);
  if (!found) return; // the webhook was deleted meanwhile
  const started = performance.now();
  try {
    const status = await post(found);
    const succeeded = status >= 200 && status <= 299;
    await note(deliveryId, { status, ended: succeeded || last, succeeded, started });
    if (status === GONE) await switchOff(found.webhook_id);
    if (succeeded || last || status === GONE) return;
    throw new AppError("unavailable", "webhook.refused", `The receiver answered ${status}.`);
  } catch (error) {
    if (error instanceof AppError && error.code === "webhook.refused") throw error;
    const ended = last || isPermanent(error);
    const reason = error instanceof Error ? error.message : "failed";
    await note(deliveryId, { status: null, error: reason, ended, succeeded: false, started });
    if (!ended) throw error;
  }
}

type Found = {
  id: number;
  webhook_id: string;
  event_id: string;
  type: string;
  body: object;
  url: string;
  secret: Buffer;
};

/** Only while whoever made it may still read the project. */
const find = async (id: number): Promise<Found | undefined> =>
  (
    await query((db) =>
      sql<Found>`
        select d.id, d.webhook_id, d.event_id, d.type, d.body, w.url, w.secret
        from webhook_delivery d
        join webhook w on w.id = d.webhook_id and w.deleted_at is null and w.active
        join "user" u on u.id = w.created_by and u.deactivated_at is null
        join entity e on e.id = w.project_id
        cross join ${privilegesOfUser(sql`w.created_by`)}
        where d.id = ${id} and p.privileges & 2 <> 0`.execute(db),
    )
  ).rows[0];

async function post({ id, webhook_id, type, body, url, secret }: Found): Promise<number> {
  const target = await resolve(url);
  const text = JSON.stringify(body);
  return send(target, text, {
    "user-agent": "Atrium-Webhook",
    "atrium-event": type,
    "atrium-delivery": String(id),
    "atrium-signature": signature(await open(secret, webhook_id), text),
  });
}

type Noted = { status: number | null; error?: string; ended: boolean; succeeded: boolean; started: number };

async function note(id: number, { status, error, ended, succeeded, started }: Noted): Promise<void> {
  await query((db) =>
    db
      .updateTable("webhook_delivery")
      .set({
        state: succeeded ? "succeeded" : ended ? "failed" : "waiting",
        attempts: sql<number>`attempts + 1`,
        status,
        error: error?.replaceAll("\0", "").slice(0, LONGEST_ERROR) ?? null,
        milliseconds: Math.round(performance.now() - started),
        ended_at: ended ? sql<Date>`now()` : null,
      })
      .where("id", "=", id)
      .execute(),
  );
}

/** "Gone" means: do not come again. */
async function switchOff(id: string): Promise<void> {
  await query((db) => db.updateTable("webhook").set({ active: false }).where("id", "=", id).execute());
}
